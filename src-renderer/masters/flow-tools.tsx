import AccountTree from '@mui/icons-material/AccountTreeOutlined'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useText } from '../core/i18n.ts'
import { flowPath } from './special-paths.ts'

export function FlowTools(): ReactNode {
  return <Button variant="outlined" startIcon={<AccountTree />} component={Link} to={flowPath}>{useText()('masters.processFlowEdges.graph')}</Button>
}
