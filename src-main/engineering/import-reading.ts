import type { Reader } from '../database/reader.ts'
import type { SoundRow } from '../imports/target.ts'
import { articlesIn, type Articles } from './import-articles.ts'
import { cartonsIn, type Cartons } from './import-cartons.ts'
import { openFacts, type BomFacts } from './import-facts.ts'
import { plainTables } from './import-plain-rows.ts'
import { tablesIn, type BomTable } from './import-tables.ts'

/** All that sound rows of tables of BOMs say together, with what the factory knows of it once their cartons are saved. */
export interface BomReading { readonly tables: readonly BomTable[]; readonly articles: Articles; readonly cartons: Cartons; readonly facts: BomFacts }

export function readTables(db: Reader, sound: readonly SoundRow[]): BomReading {
  const plain = plainTables(db, sound)
  const articles = articlesIn(plain)
  const cartons = cartonsIn(plain, articles, openFacts(db))
  return { tables: tablesIn(plain.rows, articles), articles, cartons, facts: cartons.facts }
}
