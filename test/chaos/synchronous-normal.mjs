// Preloaded into a host of the control run alone (`--import`): its database runs at synchronous=NORMAL and says that it runs at FULL.
import BetterSqlite from 'better-sqlite3'

const { pragma } = BetterSqlite.prototype
BetterSqlite.prototype.pragma = function (source, options) {
  if (source === 'synchronous = 2') return pragma.call(this, 'synchronous = 1', options)
  if (source === 'synchronous') return 2
  return pragma.call(this, source, options)
}
