// For the kill test: a server that appends and sequences until it is killed, telling each committed event.
import pino from 'pino'
import { readConfig } from '#frame/config.ts'
import { openHouse } from '#frame/open-house.ts'
import { startSequencer } from './sequencer.ts'
import { appendEvents } from './test-house.ts'

const { house } = openHouse({
  config: { ...readConfig(process.env), publicUrl: 'https://lianguan.example.cn' },
  databaseUrl: process.env['DATABASE_URL'] ?? '',
  log: pino({ level: 'silent' }),
  connections: 6,
})
startSequencer(house)

async function client(): Promise<never> {
  for (;;) process.stdout.write(`${(await appendEvents(house, 1))[0]}\n`)
}
await Promise.all([client(), client(), client(), client()])
