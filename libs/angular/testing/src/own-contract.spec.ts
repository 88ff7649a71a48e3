import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { defineAuth, type Permission } from '@latchkey/contract/permissions';
import { provideLatchkey, withContract } from '@latchkey/angular';
import { provideLatchkeyTesting } from './index';
import { Permissions } from '@latchkey/angular/permissions';

const read = 'orders:read' as Permission;
const cancel = 'orders:cancel' as Permission;

it('knows what an app’s own roles allow', () => {
  const auth = defineAuth({ roles: { user: ['orders:read'], admin: '*' }, permissions: ['orders:cancel'] });
  provideLatchkey(withContract(auth));
  TestBed.configureTestingModule({ providers: [provideRouter([]), provideLatchkeyTesting()] });
  const permissions = TestBed.inject(Permissions);
  expect([permissions.has(read), permissions.has(cancel)]).toEqual([true, false]);
});

it('refuses a role that cannot have its name', () => {
  expect(() => withContract({ roles: { user: [], admin: '*', 'No One': [] } })).toThrow(
    'The role "No One" needs a name',
  );
});
