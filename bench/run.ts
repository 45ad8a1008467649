// npm run bench: every measurement, one after the other.
for (const name of ['./acts.ts', './papers.ts', './units.ts', './start-up.ts']) await import(name)
