import { Component, signal } from '@angular/core';
import { render, screen } from '@testing-library/angular';
import { Each } from './each';

interface Item {
  id: number;
  text: string;
}

@Component({
  selector: 'latchkey-test-list',
  imports: [Each],
  template: `<button *latchkeyEach="let item of items(); by: idOf">{{ item.text }}</button>`,
})
class List {
  readonly items = signal<Item[]>([]);
  readonly idOf = ({ id }: Item) => id;
}

const texts = () => screen.queryAllByRole('button').map(({ textContent }) => textContent);
const items = (...texts: string[]): Item[] => texts.map((text) => ({ id: text.codePointAt(0) as number, text }));

describe('*latchkeyEach', () => {
  it.each([
    [
      ['a', 'b', 'c'],
      ['c', 'b', 'a'],
    ],
    [
      ['a', 'b'],
      ['b', 'c', 'a', 'd'],
    ],
    [['a', 'b', 'c'], ['b']],
    [['a'], []],
    [[], ['a', 'b']],
  ])('makes of %j the list %j', async (before, after) => {
    const { fixture } = await render(List);
    for (const list of [before, after]) {
      fixture.componentInstance.items.set(items(...list));
      await fixture.whenStable();
      expect(texts()).toEqual(list);
    }
  });

  it('keeps the element, and the focus on it, of an item that changes or whose neighbours go', async () => {
    const { fixture } = await render(List);
    fixture.componentInstance.items.set(items('a', 'b', 'c'));
    await fixture.whenStable();
    const [, b] = screen.getAllByRole('button');
    b?.focus();
    fixture.componentInstance.items.set(items('a', 'b changed', 'c', 'd'));
    await fixture.whenStable();
    expect(texts()).toEqual(['a', 'b changed', 'c', 'd']);
    expect(b).toHaveFocus();
  });
});
