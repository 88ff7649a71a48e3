import { Component } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, RouterOutlet } from '@angular/router';

@Component({ selector: 'bench-home', template: '<h1>Hello</h1>' })
class Home {}

@Component({ selector: 'bench-root', imports: [RouterOutlet], template: '<router-outlet />' })
class App {}

void bootstrapApplication(App, { providers: [provideRouter([{ path: '', component: Home }])] });
