import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { AppProviders } from './core/app-providers.tsx'
import { createBridgeTransport } from './core/bridge.ts'
import { thisDesk } from './core/desk.ts'
import { createSocketTransport } from './core/socket.ts'
import { Door, DoorWaiting } from './identity/door.tsx'
import { OperatorDoor } from './operators/operator-door.tsx'
import { loadUser } from './identity/load-user.ts'

const { lantai: bridge } = window
const transport = bridge ? createBridgeTransport({ desk: thisDesk(), bridge }) : createSocketTransport({ desk: thisDesk() })

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <AppProviders transport={transport} signIn={<Door sharedDesk={(desk, onPassword) => <OperatorDoor desk={desk} onPassword={onPassword} />} />} waiting={(error, retry) => <DoorWaiting error={error} onRetry={retry} />} loadUser={loadUser}>
      <App />
    </AppProviders>
  </StrictMode>,
)
