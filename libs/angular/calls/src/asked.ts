import { HttpClient } from '@angular/common/http';
import { DestroyRef, effect, inject, signal, untracked } from '@angular/core';
import { type Subscription } from 'rxjs';
import { problemOf } from '@latchkey/angular';

/** A GET of the API: its address, and what is asked for. */
export interface Question {
  url: string;
  params?: Record<string, string>;
}

/**
 * What the API answers to a question, as signals: asked at once, again whenever the question changes, and on `reload()`. A late
 * answer to an earlier question is dropped. In place of httpResource, whose 600 bytes would be part of the first load
 * (docs/decisions/0012).
 */
export class Asked<T> {
  private readonly http = inject(HttpClient);
  private call: Subscription | undefined;

  /** The latest answer: it stays while the next one is on its way. */
  readonly value = signal<T | undefined>(undefined);
  /** Why there is no answer to the latest question, in words for people. */
  readonly problem = signal<string | null>(null);
  readonly isLoading = signal(true);

  constructor(private readonly question: () => Question) {
    effect(() => {
      const asked = question();
      untracked(() => this.ask(asked));
    });
    inject(DestroyRef).onDestroy(() => this.call?.unsubscribe());
  }

  reload(): void {
    this.ask(untracked(this.question));
  }

  private ask({ url, params }: Question): void {
    this.call?.unsubscribe();
    this.isLoading.set(true);
    this.problem.set(null);
    this.call = this.http.get<T>(url, { params }).subscribe({
      next: (answer) => this.settle(() => this.value.set(answer)),
      error: (error: unknown) => this.settle(() => this.problem.set(problemOf(error).message)),
    });
  }

  private settle(outcome: () => void): void {
    this.isLoading.set(false);
    outcome();
  }
}
