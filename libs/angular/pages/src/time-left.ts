import { computed, DestroyRef, inject, type Signal, signal } from '@angular/core';

/** The time until `end` (milliseconds by this browser's clock) as `14:05`, counted down while the caller lives. */
export function timeLeft(end: Signal<number>): Signal<string> {
  const now = signal(Date.now());
  const timer = setInterval(() => now.set(Date.now()), 1000);
  inject(DestroyRef).onDestroy(() => clearInterval(timer));
  return computed(() => minutesAndSeconds(Math.max(0, Math.round((end() - now()) / 1000))));
}

const minutesAndSeconds = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
