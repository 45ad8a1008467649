// npm run bench: every measurement, one after the other.
for (const name of [
  './acts.ts',
  './papers.ts',
  './units.ts',
  './licence-search.ts',
  './lines.ts',
  './start-up.ts',
])
  await import(name)
