import { screen } from '@testing-library/angular';
import { ada, failure } from '../site-for-tests';

export const profile = { ...ada, username: null, display_name: 'Ada', is_active: true };
export const refused = (status: number) => ({ status, statusText: 'x' });
export const wrongPassword = failure('invalid_input', {
  errors: [{ path: 'current_password', message: 'This is not your password' }],
});
export const button = (name: string | RegExp) => screen.getByRole('button', { name });
