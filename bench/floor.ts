// The floor: a bare Node HTTP server that writes the same row and one audit row in one statement. Nothing is checked.
import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ ...JSON.parse(process.env.BENCH_CONNECTION ?? '{}'), max: 16 });
await pool.query(
  'create table if not exists public.floor_rows (city text, encounter_id uuid primary key, person_id uuid, body jsonb, at timestamptz default now())',
);
await pool.query(
  'create table if not exists public.floor_audit (id bigint generated always as identity primary key, act text, on_id uuid, at timestamptz default now())',
);
const text = `with a as (insert into public.floor_audit (act, on_id) values ('encounter.recorded', $2))
  insert into public.floor_rows (city, encounter_id, person_id, body) values ($1, $2, $3, $4)`;

createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    if (parts.length === 0) return response.end();
    const { input } = JSON.parse(Buffer.concat(parts).toString());
    pool.query({ name: 'floor', text, values: ['13.71', input.encounterId, input.personId, input] }).then(
      () => response.end('{"outcome":"accepted"}'),
      (error: Error) => {
        response.statusCode = 500;
        response.end(error.message);
      },
    );
  });
}).listen(Number(process.env.BENCH_PORT), '127.0.0.1');
