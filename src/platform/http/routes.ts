import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Static, TObject, TSchema } from 'typebox';
import type { AuditEntry } from '#platform/audit/write.ts';
import type { Command } from '#platform/commands.ts';
import type { Database, Tx, Viewer } from '#platform/database/transaction.ts';
import type { StaffRole } from '#platform/roles.ts';
import type { World } from '#platform/world.ts';

/** A read. `look` says so of one that takes its question in the body (names must not stand in an address). */
export type Query<P extends TSchema = TSchema, R extends TSchema = TSchema> = {
  readonly kind: 'query';
  readonly method: 'GET' | 'POST';
  /** Below /api, with :params: `/persons/:personId`. */
  readonly path: string;
  readonly summary: string;
  readonly may: readonly StaffRole[];
  readonly input: P;
  readonly result: R;
  readonly run: (tx: Tx, viewer: Viewer, input: Static<P>, world: World) => Promise<Answer<Static<R>>>;
};

/** What a read shows and the audit rows that tell of it; a read of no identity may have none. */
export type Answer<R> = { readonly show: R; readonly audit: readonly AuditEntry[] };

/** A file that the server hands over: always to be kept by whoever asked, never to be opened inside a page of ours. */
export type Download = { readonly bytes: Buffer; readonly mediaType: string; readonly fileName: string };

/** A printable page or file made by the server (letters and lists with names are never made by the browser). */
export type PrintPage<P extends TSchema = TSchema> = {
  readonly kind: 'page';
  readonly path: string;
  readonly summary: string;
  readonly may: readonly StaffRole[];
  readonly input: P;
  readonly run: (
    tx: Tx,
    viewer: Viewer,
    input: Static<P>,
    world: World,
  ) => Promise<Answer<string | Download>>;
};

/** A route that needs no session, or makes one; declared public, so that it is listed in docs/access.md. */
export type PublicRoute = {
  readonly kind: 'public';
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  /** Its address stands on paper or in a message: outside /api, as short as can be. */
  readonly onPaper?: true;
  /** The part of its address that is a secret of its own: whoever holds it is counted by it, not by where he asks from. */
  readonly secret?: string;
  readonly summary: string;
  readonly body?: TSchema;
  readonly run: (request: FastifyRequest, reply: FastifyReply, open: Open) => Promise<unknown>;
};

/** What a route without a session may use: the database as nobody, who reads only through functions made for that. */
export type Open = { readonly database: Database; readonly world: World };

export type CommandRoute = { readonly kind: 'command'; readonly command: Command };
export type Route = Query | PrintPage | PublicRoute | CommandRoute;

/** Declares a read by address. Params and query string together are its input. */
export function query<P extends TObject, R extends TSchema>(it: Omit<Query<P, R>, 'kind' | 'method'>): Route {
  return { kind: 'query', method: 'GET', ...it } as unknown as Route;
}

/** Declares a read whose question travels in the body. */
export function look<P extends TSchema, R extends TSchema>(it: Omit<Query<P, R>, 'kind' | 'method'>): Route {
  return { kind: 'query', method: 'POST', ...it } as unknown as Route;
}

/** Declares a printable page, or a file to be kept. */
export function printPage<P extends TObject>(it: Omit<PrintPage<P>, 'kind'>): Route {
  return { kind: 'page', ...it } as unknown as Route;
}

/** Puts a command at its address. */
export function accepts<I extends TSchema, R extends TSchema>(it: Command<I, R>): Route {
  return { kind: 'command', command: it as unknown as Command };
}
