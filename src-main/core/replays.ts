import { hash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { AppError } from '../../shared/core/errors.ts'
import type { Answer } from './answers.ts'

export interface ReplayKey { readonly deskId: string; readonly deskSeq: number }

/** Commands answered once: a desk that repeats one, also after the host's restart, is given the stored answer. */
export interface Replays {
  /** The stored answer, if this command was answered before. `replay-mismatch` if it was another one, `replay-expired` if it is too old. */
  answered(key: ReplayKey, userId: string, input: string): Answer | undefined
  stage(key: ReplayKey, userId: string, input: string, at: string, answer: Answer): void
  /** Forgets answers older than 30 days. How far a desk's answers were forgotten is kept for ever: nothing up to there is done again. */
  expire(now: string): void
}

const daysKept = 30
const desksKnown = 5000

/** Reads `deskId:deskSeq`; the desk must be the session's own one. */
export function readReplayKey(text: string, sessionDeskId: string): ReplayKey {
  const [, deskId, digits] = /^([\w.-]{1,100}):(\d{1,15})$/.exec(text) ?? []
  const isOwn = deskId === sessionDeskId || deskId?.startsWith(`${sessionDeskId}.`)
  if (deskId === undefined || !isOwn || Number(digits) < 1) throw new AppError('invalid-input', { issues: [{ path: ['replayKey'], reason: 'replay-key', params: {} }] })
  return { deskId, deskSeq: Number(digits) }
}

export function createReplays(writer: Database): Replays {
  const find = writer.prepare('select userId, inputHash, answer from replayAnswer where deskId = ? and deskSeq = ?')
  const mark = writer.prepare('select highest from replayMark where deskId = ?').pluck()
  const newest = writer.prepare('select max(deskSeq) from replayAnswer where deskId = ?').pluck()
  const insert = writer.prepare('insert into replayAnswer (deskId, deskSeq, at, userId, inputHash, answer) values (?, ?, ?, ?, ?, ?)')
  const raise = writer.prepare(`insert into replayMark (deskId, highest) select deskId, max(deskSeq) from replayAnswer where at < ? group by deskId
    on conflict (deskId) do update set highest = max(highest, excluded.highest)`)
  const remove = writer.prepare('delete from replayAnswer where at < ?')
  const forget = writer.transaction((before: string) => {
    raise.run(before)
    remove.run(before)
  })
  /** The highest number that each desk may have been answered under: a desk counts upwards, so beyond it there is nothing to look for. */
  const highest = new Map<string, number>()
  function highestOf(deskId: string): number {
    const known = highest.get(deskId)
    if (known !== undefined) return known
    if (highest.size >= desksKnown) highest.clear()
    const read = Math.max((newest.get(deskId) as number | null) ?? 0, (mark.get(deskId) as number | undefined) ?? 0)
    highest.set(deskId, read)
    return read
  }
  return {
    answered({ deskId, deskSeq }, userId, input) {
      if (deskSeq > highestOf(deskId)) return undefined
      const stored = find.get(deskId, deskSeq) as { userId: string; inputHash: string; answer: string } | undefined
      if (stored) {
        if (stored.userId !== userId || stored.inputHash !== hashOf(input)) throw new AppError('replay-mismatch')
        return JSON.parse(stored.answer) as Answer
      }
      if (((mark.get(deskId) as number | undefined) ?? 0) >= deskSeq) throw new AppError('replay-expired')
      return undefined
    },
    stage({ deskId, deskSeq }, userId, input, at, answer) {
      // It stays where this is rolled back: then a number is looked for in vain, and that is all.
      highest.set(deskId, Math.max(highestOf(deskId), deskSeq))
      insert.run(deskId, deskSeq, at, userId, hashOf(input), JSON.stringify(answer))
    },
    expire(now) {
      forget.immediate(new Date(Date.parse(now) - daysKept * 86_400_000).toISOString())
    },
  }
}

function hashOf(input: string): string {
  return hash('sha256', input, 'base64url')
}
