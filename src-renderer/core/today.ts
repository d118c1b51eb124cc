import { createContext } from 'react'
import type { Permission } from '../../shared/core/permissions.ts'

/** One thing that waits for the warehouse, and the act at its line. */
export interface TodayLine {
  readonly id: string
  /** What people look for: a number, a code. */
  readonly code: string
  readonly name: string
  readonly detail: string
  /** Loud where it cannot wait. */
  readonly isUrgent: boolean
  readonly act: string
  readonly to: string
}
/** The first of what waits, and how many there are; nothing while the host is asked. */
export interface TodayLines {
  readonly count: number | undefined
  readonly lines: readonly TodayLine[]
}

/** A list of the warehouse's day, by the module whose work it is (`src-renderer/<module>/…`, listed in `routes.tsx`). */
export interface TodayList {
  readonly name: string
  /** Text keys: its name, and what is said where nothing waits. */
  readonly title: string
  readonly nothing: string
  readonly permission: Permission
  /** Where all of them are. */
  readonly all: string
  readonly useLines: () => TodayLines
}

/** So many lines of each are shown. */
export const shownLines = 5

/** The program's entry knows them all. */
export const TodayContext = createContext<readonly TodayList[]>([])
