import ReportProblem from '@mui/icons-material/ReportProblemOutlined'
import Button from '@mui/material/Button'
import { Component, useState, type ReactNode } from 'react'
import { productVersion } from '../../shared/core/version.ts'
import { copyText } from '../core/copy-text.ts'
import { useText } from '../core/i18n.ts'
import { EmptyState } from './empty-state.tsx'

interface State { readonly fault: Error | undefined }

/** A fault in the screens stops only what is inside: it says what to do, and the details can be copied for an Admin. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override readonly state: State = { fault: undefined }

  static getDerivedStateFromError(thrown: unknown): State {
    return { fault: thrown instanceof Error ? thrown : new Error(String(thrown)) }
  }

  override render(): ReactNode {
    const { fault } = this.state
    return fault ? <FaultNotice fault={fault} onRetry={() => this.setState({ fault: undefined })} /> : this.props.children
  }
}

function FaultNotice({ fault, onRetry }: { readonly fault: Error; onRetry(): void }): ReactNode {
  const t = useText()
  const [isCopied, setCopied] = useState(false)
  const details = [`Lantai ${productVersion}`, new Date().toISOString(), location.pathname, navigator.userAgent, fault.stack ?? fault.message].join('\n')
  const copy = () => void copyText(details).then(() => setCopied(true))
  return (
    <EmptyState
      role="alert" icon={<ReportProblem />} title={t('fault.title')} hint={t('fault.hint')}
      actions={
        <>
          <Button variant="contained" onClick={onRetry}>{t('buttons.retry')}</Button>
          <Button variant="outlined" onClick={() => location.reload()}>{t('buttons.reload')}</Button>
          <Button onClick={copy}>{t(isCopied ? 'buttons.copied' : 'buttons.copy')}</Button>
        </>
      }
    />
  )
}
