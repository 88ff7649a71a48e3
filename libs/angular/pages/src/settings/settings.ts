import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { Icon } from '@latchkey/angular/ui';

/** The way between the pages of an account: a rail beside them, or a bar of tabs above where there is no room. */
@Component({
  selector: 'latchkey-settings',
  imports: [Icon, RouterLink, RouterLinkActive, RouterOutlet],
  templateUrl: './settings.html',
  styleUrl: './settings.scss',
})
export class Settings {
  protected readonly pages = [
    { path: 'profile', title: 'Profile', icon: 'person' },
    { path: 'security', title: 'Security', icon: 'lock' },
    { path: 'devices', title: 'Devices', icon: 'devices' },
    { path: 'data', title: 'Data', icon: 'download' },
  ] as const;
}
