// `npm run bench -- --coordination` measures meetings and their follow-up; without it, the main job.
await import(process.argv.includes('--coordination') ? '#bench/coordination/run.ts' : '#bench/main-job.ts');
