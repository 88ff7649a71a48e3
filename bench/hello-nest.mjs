/** The smallest Nest application on Fastify: what start-up is measured against. */
import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';

class Hello {
  hello() {
    return 'hello';
  }
}
Get()(Hello.prototype, 'hello', Object.getOwnPropertyDescriptor(Hello.prototype, 'hello'));
Controller()(Hello);

class App {}
Module({ controllers: [Hello] })(App);

const app = await NestFactory.create(App, new FastifyAdapter(), { logger: false });
await app.listen(process.env.PORT ?? 0, '127.0.0.1');
console.log(`  Site  ${await app.getUrl()}`);
