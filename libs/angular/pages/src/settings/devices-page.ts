import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, ElementRef, inject, signal } from '@angular/core';
import { type Device, type DevicesAnswer, type EndedAnswer } from '@latchkey/contract';
import { Api, loadErrorOf, problemOf } from '@latchkey/angular';
import { Alert, Card, deviceName, DeviceRow, deviceSeen, Dialog, LoadState } from '@latchkey/angular/ui';
import { firstValueFrom } from 'rxjs';
import { SettingsPage } from './settings-page';

/** Where one is signed in, and the ways to end that: one at a time, or all but here. */
@Component({
  selector: 'latchkey-devices-page',
  imports: [Alert, Card, Dialog, DeviceRow, LoadState, SettingsPage],
  templateUrl: './devices-page.html',
  styleUrl: './devices-page.scss',
})
export class DevicesPage {
  private readonly http = inject(HttpClient);
  private readonly url = inject(Api).url('/auth/sessions');
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);

  protected readonly answer = httpResource<DevicesAnswer>(() => this.url);
  protected readonly loadErrorOf = loadErrorOf;
  protected readonly devices = computed(() => {
    const devices = this.answer.hasValue() ? this.answer.value().data : [];
    return devices.toSorted((a, b) => Number(b.current) - Number(a.current));
  });
  protected readonly others = computed(() => this.devices().filter(({ current }) => !current).length);

  protected readonly nameOf = deviceName;
  protected readonly seen = deviceSeen;

  /** The session whose end is under way, or `others`. */
  protected readonly ending = signal<string | null>(null);
  /** Why the last one was not ended. */
  protected readonly problem = signal<{ of: string; message: string } | null>(null);
  protected readonly done = signal<string | null>(null);
  /** True while it is asked whether all others are to end. */
  protected readonly isAsking = signal(false);

  protected end(device: Device): Promise<void> {
    return this.attempt(device.session_id, async () => {
      await firstValueFrom(this.http.delete(`${this.url}/${device.session_id}`)).catch(unlessItHasEnded);
      this.keep(({ session_id }) => session_id !== device.session_id);
      this.done.set(`${deviceName(device)} is signed out.`);
    });
  }

  protected ask(): void {
    this.problem.set(null);
    this.isAsking.set(true);
  }

  protected endOthers(dialog: Dialog): Promise<void> {
    return this.attempt('others', async () => {
      const { ended } = await firstValueFrom(this.http.delete<EndedAnswer>(this.url));
      this.keep(({ current }) => current);
      this.done.set(ended === 1 ? 'One other device is signed out.' : `${ended} other devices are signed out.`);
      dialog.close();
    });
  }

  /** One act at a time. The button that was pressed goes with its device, so that the heading takes the focus. */
  private async attempt(what: string, act: () => Promise<void>): Promise<void> {
    if (this.ending()) return;
    this.ending.set(what);
    this.problem.set(null);
    this.done.set(null);
    try {
      await act();
      this.element.nativeElement.querySelector('h1')?.focus();
    } catch (error) {
      this.problem.set({ of: what, message: problemOf(error).message });
    } finally {
      this.ending.set(null);
    }
  }

  private keep(isKept: (device: Device) => boolean): void {
    this.answer.update((answer) => answer && { ...answer, data: answer.data.filter(isKept) });
  }
}

/** What ended meanwhile is what was wanted. */
function unlessItHasEnded(error: unknown): void {
  if (problemOf(error).code !== 'not_found') throw error;
}
