import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import electronLog from 'electron-log/node'
import { logFolder } from '../database/data-folder.ts'
import type { Log } from './log.ts'
import { redact } from './redact.ts'

// It tells the console, with a stack, when a file cannot be written. What was to be logged stands there anyway.
electronLog.transports.console.writeFn = () => {}

const files = 5
const bytesPerFile = 5 * 1024 * 1024
const longestEntry = 16_000

/**
 * A log on disk: `<name>.log`, and up to four older ones, `<name>.1.log` the latest of them. An entry is one line with its time in UTC;
 * the lines of a stack stand indented below it, so that no text can pass itself off as another entry. One writer a file.
 */
export function openLogFile(dataFolder: string, name: 'host' | 'desktop', maximumBytes = bytesPerFile): Log {
  const fileOf = (age: number) => join(logFolder(dataFolder), age === 0 ? `${name}.log` : `${name}.${age}.log`)
  const logger = electronLog.create({ logId: fileOf(0) })
  const { console, file, ipc, remote } = logger.transports
  for (const unused of [console, ipc, remote]) if (unused) unused.level = false
  file.maxSize = maximumBytes
  file.resolvePathFn = () => fileOf(0)
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' }
  file.format = ({ data, level, message }) => [entry(message.date, level, String(data[0]))]
  file.archiveLogFn = () => {
    for (let age = files - 1; age > 0; age -= 1) if (existsSync(fileOf(age - 1))) renameSync(fileOf(age - 1), fileOf(age))
  }
  return {
    error: (where, error) => logger.error(`${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
    info: text => logger.info(text),
  }
}

function entry(date: Date, level: string, text: string): string {
  // What is cut off first is far behind what is kept, so that no half of a secret stays.
  const kept = redact(text.slice(0, 4 * longestEntry)).slice(0, longestEntry)
  return `${date.toISOString()} ${level} ${kept.replace(/\r?\n\s*/g, '\n    ')}`
}
