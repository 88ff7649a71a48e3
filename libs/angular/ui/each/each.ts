import { Directive, effect, type EmbeddedViewRef, inject, input, TemplateRef, untracked } from '@angular/core';
import { ViewContainerRef } from '@angular/core';

interface Context<T> {
  $implicit: T;
}

/**
 * Repeats its element for each item, `*latchkeyEach="let user of users(); by: idOf"`; items of the same key keep their elements.
 * In place of `@for`, whose 1.5 kB would be part of Angular's core and so of the first load (docs/decisions/0012).
 */
@Directive({ selector: '[latchkeyEach]' })
export class Each<T> {
  readonly latchkeyEachOf = input.required<readonly T[]>();
  readonly latchkeyEachBy = input<(item: T) => unknown>((item) => item);

  private readonly place = inject(ViewContainerRef);
  private readonly template = inject<TemplateRef<Context<T>>>(TemplateRef);
  private views = new Map<unknown, EmbeddedViewRef<Context<T>>>();

  static ngTemplateContextGuard<T>(_: Each<T>, _context: unknown): _context is Context<T> {
    return true;
  }

  constructor() {
    effect(() => {
      const [items, keyOf] = [this.latchkeyEachOf(), this.latchkeyEachBy()];
      untracked(() => this.show(items, keyOf));
    });
  }

  private show(items: readonly T[], keyOf: (item: T) => unknown): void {
    const before = this.views;
    this.views = new Map(items.map((item, index) => [keyOf(item), this.put(item, index, before.get(keyOf(item)))]));
    for (const [key, view] of before) if (!this.views.has(key)) view.destroy();
  }

  /** What is in its place already is not touched: the focus would be lost. */
  private put(item: T, index: number, view: EmbeddedViewRef<Context<T>> | undefined): EmbeddedViewRef<Context<T>> {
    if (!view) return this.place.createEmbeddedView(this.template, { $implicit: item }, index);
    view.context.$implicit = item;
    if (this.place.indexOf(view) !== index) this.place.move(view, index);
    return view;
  }
}
