import { Component, signal } from '@angular/core';
import { form, required } from '@angular/forms/signals';
import { render, screen } from '@testing-library/angular';
import { userEvent } from '@testing-library/user-event';
import { Alert, BusyButton, Dialog, TextField } from './index';

@Component({
  selector: 'latchkey-test-form',
  imports: [Alert, BusyButton, TextField],
  template: `<form novalidate (submit)="submit($event)">
    <latchkey-text-field label="Name" autocomplete="name" hint="As on your passport" [field]="fields.name" />
    <latchkey-alert [message]="message()" />
    <latchkey-busy-button [busy]="busy()" working="Saving">Save</latchkey-busy-button>
  </form>`,
})
class Form {
  readonly fields = form(signal({ name: '' }), (path) => required(path.name, { message: 'Enter a name' }));
  readonly message = signal<string | null>(null);
  readonly busy = signal(false);
  submitted = 0;

  submit(event: Event): void {
    event.preventDefault();
    this.submitted += 1;
  }
}

describe('the parts of a page', () => {
  it('are a field that says its hint, and its error instead once the form was sent', async () => {
    await render(Form);
    const name = screen.getByLabelText('Name');
    expect(name).toHaveAccessibleDescription('As on your passport');
    await userEvent.click(name);
    await userEvent.tab();
    expect(name).toHaveAccessibleDescription('As on your passport');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(name).toHaveAccessibleDescription('Enter a name');
    expect(name).toBeInvalid();
    await userEvent.type(name, 'Ada');
    expect(name).toBeValid();
  });

  it('are an alert whose place is there before its message', async () => {
    const { fixture } = await render(Form);
    expect(screen.getByRole('alert')).toBeEmptyDOMElement();
    fixture.componentInstance.message.set('No such luck');
    await fixture.whenStable();
    expect(screen.getByRole('alert')).toHaveTextContent('No such luck');
  });

  it('are a button that takes no second press while it works', async () => {
    const { fixture } = await render(Form);
    const button = screen.getByRole('button', { name: 'Save' });
    await userEvent.click(button);
    fixture.componentInstance.busy.set(true);
    await fixture.whenStable();
    await userEvent.click(button);
    expect(fixture.componentInstance.submitted).toBe(1);
    expect(screen.getByRole('status')).toHaveAccessibleName('Saving');
  });
});

@Component({
  selector: 'latchkey-test-question',
  imports: [Dialog],
  template: `<button type="button" (click)="isAsked.set(true)">Delete …</button>
    @if (isAsked()) {
      <dialog
        latchkeyDialog
        heading="Delete it?"
        action="Delete"
        [busy]="busy()"
        [isCancellable]="isCancellable()"
        [problem]="problem()"
        (submit)="confirmed()"
        (close)="isAsked.set(false)"
      >
        <input aria-label="Its name" />
      </dialog>
    }`,
})
class Question {
  readonly isAsked = signal(false);
  readonly isCancellable = signal(true);
  readonly busy = signal(false);
  readonly problem = signal<string | null>(null);
  readonly confirmed = jest.fn();
}

describe('the dialog that asks first', () => {
  const open = async () => {
    const { fixture } = await render(Question);
    expect(screen.queryByRole('dialog')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Delete …' }));
    expect(screen.getByRole('dialog')).toHaveAccessibleName('Delete it?');
    return { fixture, question: fixture.componentInstance };
  };

  it('says yes by its button and by Enter in a field, and stays until it is closed', async () => {
    const { question } = await open();
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
    await userEvent.type(screen.getByLabelText('Its name'), 'x{Enter}');
    expect(question.confirmed).toHaveBeenCalledTimes(2);
    expect(screen.getByRole('dialog')).toBeVisible();
  });

  it('says nothing where one cancels', async () => {
    const { question } = await open();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(question.confirmed).not.toHaveBeenCalled();
  });

  it('takes no second press while it works, and says why it failed', async () => {
    const { fixture, question } = await open();
    question.busy.set(true);
    question.problem.set('No such luck');
    await fixture.whenStable();
    await userEvent.click(screen.getByRole('button', { name: /^Delete(?! …)/ }));
    expect(question.confirmed).not.toHaveBeenCalled();
    expect(screen.getByRole('alert')).toHaveTextContent('No such luck');
  });

  it('stays while it works and where there is nothing to cancel, whatever is pressed', async () => {
    const { fixture, question } = await open();
    const isLeft = async () => {
      fixture.detectChanges();
      await fixture.whenStable();
      const cancel = screen.queryByRole('button', { name: 'Cancel' });
      if (cancel) await userEvent.click(cancel);
      const escape = new Event('cancel', { cancelable: true });
      return screen.queryByRole('dialog')?.dispatchEvent(escape) !== false;
    };
    question.busy.set(true);
    expect(await isLeft()).toBe(false);
    question.busy.set(false);
    question.isCancellable.set(false);
    expect(await isLeft()).toBe(false);
    question.isCancellable.set(true);
    expect(await isLeft()).toBe(true);
    expect(question.isAsked()).toBe(false);
  });
});
