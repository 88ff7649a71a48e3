import { Component, computed, input } from '@angular/core';
import { type Device } from '@latchkey/contract';
import { Chip } from './chip';
import { deviceName, deviceSeen } from './device-name';
import { Icon } from './icon';
import { fullDate, longDate } from './moments';

const ICONS = { phone: 'phone', tablet: 'tablet', laptop: 'laptop', other: 'terminal' } as const;

/** One device: what it is, where and when it was last seen, and at the right what stands between its tags. */
@Component({
  selector: 'latchkey-device-row',
  imports: [Chip, Icon],
  templateUrl: './device-row.html',
  styleUrl: './device-row.scss',
})
export class DeviceRow {
  readonly device = input.required<Device>();

  protected readonly icon = computed(() => ICONS[this.device().kind]);
  protected readonly name = computed(() => deviceName(this.device()));
  protected readonly seen = computed(() => deviceSeen(this.device()));
  protected readonly longDate = longDate;
  protected readonly fullDate = fullDate;
}
