import { createServer, type AddressInfo, type Socket } from 'node:net'

/** A label as a printer would put it on paper. */
export interface PrintedLabel { readonly scan: string; readonly texts: readonly string[]; readonly width: number; readonly height: number; readonly copies: number; readonly isUtf8: boolean }
export interface FakePrinter {
  readonly port: number
  labels(): PrintedLabel[]
  /** All that it was sent, as it came. */
  text(): string
  /** Whether it came to be so within two seconds. */
  until(isSo: () => boolean): Promise<boolean>
  close(): Promise<void>
}

/** A printer on a port of its own, or on this one, that reads the ZPL it is sent; one that `breaksOff` hangs up when the first comes. */
export async function startFakePrinter({ port = 0, breaksOff = false } = {}): Promise<FakePrinter> {
  const received: Buffer[] = []
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('data', piece => {
      received.push(piece)
      if (breaksOff) socket.resetAndDestroy()
    }).on('error', () => {}).on('end', () => socket.end())
  })
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  const text = () => Buffer.concat(received).toString('utf8')
  const labels = () => text().split('^XZ').slice(0, -1).map(readLabel)
  return {
    port: (server.address() as AddressInfo).port,
    labels, text,
    async until(isSo) {
      for (let waited = 0; waited < 2_000 && !isSo(); waited += 20) await new Promise(resolve => setTimeout(resolve, 20))
      return isSo()
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

function readLabel(zpl: string): PrintedLabel {
  const number = (command: string) => Number(new RegExp(`\\^${command}(\\d+)`).exec(zpl)?.[1])
  const fields = [...zpl.matchAll(/\^FO\d+,\d+(\^BQ|\^A0)(?:(?!\^FD).)*\^FH_\^FD(.*?)\^FS/gs)].map(([, kind, data]) => ({ kind, text: unescaped(data ?? '') }))
  const [code] = fields.filter(({ kind }) => kind === '^BQ')
  return {
    scan: (code?.text ?? '').replace(/^[HQML]A,/, ''), texts: fields.filter(({ kind }) => kind === '^A0').map(({ text }) => text),
    width: number('PW'), height: number('LL'), copies: number('PQ'), isUtf8: zpl.includes('^CI28'),
  }
}

function unescaped(data: string): string {
  return data.replace(/_([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
