import Article from '@mui/icons-material/ArticleOutlined'
import type { Screen } from '../core/screen.ts'
import { DocumentsScreen } from './documents-screen.tsx'

export const documentsScreens: readonly Screen[] = [
  { path: '/documents', title: 'documents.title', permission: 'settings.view', group: 'administration', icon: Article, component: DocumentsScreen },
]
