import { Component, signal } from '@angular/core';
import { form, required } from '@angular/forms/signals';
import { render, screen } from '@testing-library/angular';
import { userEvent } from '@testing-library/user-event';
import { Alert, BusyButton, TextField } from './index';

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
  it('are a field that says its hint, and its error instead once it was touched', async () => {
    await render(Form);
    const name = screen.getByLabelText('Name');
    expect(name).toHaveAccessibleDescription('As on your passport');
    await userEvent.click(name);
    await userEvent.tab();
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
