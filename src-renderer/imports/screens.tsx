import Checklist from '@mui/icons-material/ChecklistOutlined'
import FileUpload from '@mui/icons-material/FileUploadOutlined'
import ImportExport from '@mui/icons-material/ImportExportOutlined'
import { importActs, importing } from '../../shared/imports/rules.ts'
import { importTargets } from '../../shared/imports/target.ts'
import { firstListsPath, newImportOf, newImportPath } from '../core/paths.ts'
import type { Screen, ScreenAction } from '../core/screen.ts'
import { BatchScreen } from './batch-screen.tsx'
import { HistoryScreen } from './history-screen.tsx'
import { NewImportScreen } from './new-import-screen.tsx'
import { ProgressScreen } from './progress-screen.tsx'
import { batchPattern, historyPath } from './paths.ts'

export const importsScreens: readonly Screen[] = [
  { path: firstListsPath, title: 'imports.progress.title', permission: 'dataCare.view', group: 'administration', icon: Checklist, component: ProgressScreen },
  { path: historyPath, title: 'imports.history.title', permission: importing, group: 'administration', icon: ImportExport, component: HistoryScreen },
  { path: newImportPath, title: 'imports.new', permission: importing, component: NewImportScreen },
  { path: batchPattern, title: 'imports.title', permission: importing, component: BatchScreen },
]

export const importsActions: readonly ScreenAction[] = importTargets.map(target => (
  { title: 'imports.newTitle', titleParams: { target: `imports.targets.${target}` }, to: newImportOf(target), permission: importActs(target), icon: FileUpload }
))
