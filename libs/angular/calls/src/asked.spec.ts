import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { runInInjectionContext, EnvironmentInjector, createEnvironmentInjector, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Asked } from './asked';
import { provideLatchkey } from '@latchkey/angular';

function ask() {
  TestBed.configureTestingModule({ providers: [provideRouter([]), provideLatchkey(), provideHttpClientTesting()] });
  const page = signal(1);
  const injector = createEnvironmentInjector([], TestBed.inject(EnvironmentInjector));
  const answer = runInInjectionContext(
    injector,
    () => new Asked<string>(() => ({ url: '/users', params: { page: String(page()) } })),
  );
  TestBed.tick();
  const http = TestBed.inject(HttpTestingController);
  return { answer, page, injector, expect: (number: number) => http.expectOne(`/users?page=${number}`), http };
}

describe('Asked', () => {
  it('asks at once, and tells the answer', () => {
    const { answer, expect: expected } = ask();
    expect([answer.isLoading(), answer.value()]).toEqual([true, undefined]);
    expected(1).flush('one');
    expect([answer.isLoading(), answer.value(), answer.problem()]).toEqual([false, 'one', null]);
  });

  it('asks again when the question changes, keeps what it has meanwhile, and drops a late answer', () => {
    const { answer, page, expect: expected } = ask();
    expected(1).flush('one');
    page.set(2);
    TestBed.tick();
    const late = expected(2);
    expect([answer.isLoading(), answer.value()]).toEqual([true, 'one']);
    page.set(3);
    TestBed.tick();
    expect(late.cancelled).toBe(true);
    expected(3).flush('three');
    expect(answer.value()).toBe('three');
  });

  it('says what went wrong, and asks again when told to', () => {
    const { answer, expect: expected } = ask();
    expected(1).error(new ProgressEvent('error'));
    expect([answer.isLoading(), answer.problem()]).toEqual([false, expect.stringMatching(/can’t be reached/)]);
    answer.reload();
    expect(answer.problem()).toBeNull();
    expected(1).flush('one');
    expect(answer.value()).toBe('one');
  });

  it('asks no more once its page is gone', () => {
    const { injector, expect: expected } = ask();
    const request = expected(1);
    injector.destroy();
    expect(request.cancelled).toBe(true);
  });
});
