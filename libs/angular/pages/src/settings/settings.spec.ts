import { screen, within } from '@testing-library/angular';
import { open } from '../site-for-tests';

describe('the way between the pages', () => {
  it('leads from /account to the profile, and says on which page one is', async () => {
    const { router, user } = await open('/account', 'a.kept.c');
    expect(router.url).toBe('/account/profile');
    const nav = within(screen.getByRole('navigation', { name: 'Account' }));
    expect(nav.getAllByRole('link').map((link) => link.textContent?.trim())).toEqual([
      ...['Profile', 'Security', 'Devices', 'Data'],
    ]);
    await user.click(nav.getByRole('link', { name: 'Security' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Security' })).toBeVisible();
    expect(nav.getByRole('link', { name: 'Security' })).toHaveAttribute('aria-current', 'page');
  });

  it('is closed to strangers', async () => {
    const { router } = await open('/account/devices');
    expect(router.url).toBe('/login?returnUrl=%2Faccount%2Fdevices');
  });
});
