import ImportExport from '@mui/icons-material/ImportExportOutlined'
import type { Screen } from '../core/screen.ts'
import { BatchScreen } from './batch-screen.tsx'
import { HistoryScreen } from './history-screen.tsx'
import { NewImportScreen } from './new-import-screen.tsx'
import { batchPattern, historyPath, newImportPath } from './paths.ts'

export const importsScreens: readonly Screen[] = [
  { path: historyPath, title: 'imports.history.title', permission: 'dataCare.update', group: 'administration', icon: ImportExport, component: HistoryScreen },
  { path: newImportPath, title: 'imports.new', permission: 'dataCare.update', component: NewImportScreen },
  { path: batchPattern, title: 'imports.title', permission: 'dataCare.update', component: BatchScreen },
]
