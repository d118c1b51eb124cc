import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The development server passes on to a running host, in the host's own name: it answers no other origin. */
const host = 'http://127.0.0.1:4310'
const proxied = { target: host, changeOrigin: true, headers: { origin: host } }

/** What Node runs, each emitted flat: an entry finds `../migrations/` and the entries beside it, built or not. `main` is Electron's. */
const mainEntries = {
  main: 'src-main/main.ts',
  host: 'src-main/host.ts',
  server: 'src-main/server.ts',
  worker: 'src-main/worker.ts',
  'verify-audit': 'src-main/verify-audit.ts',
  'clear-data': 'src-main/clear-data.ts',
  'fulfilment-tools': 'src-main/fulfilment-tools.ts',
  'check-data': 'src-main/check-data.ts',
  'prepare-training': 'src-main/prepare-training.ts',
  'support-bundle': 'src-main/support-bundle.ts',
}

/**
 * Libraries that change seldom keep their own hashed files: an update of ours leaves them in the desks' caches. Each takes along what
 * it alone imports, so what others build on comes first; what only one screen uses stays with that screen.
 */
const vendorChunks = {
  react: /node_modules[\\/](react|react-dom|react-router|scheduler)[\\/]/,
  mui: /node_modules[\\/](@mui[\\/](?!x-)|@emotion[\\/])/,
  'data-grid': /node_modules[\\/]@mui[\\/]x-(data-grid|internals|virtualizer)[\\/]/,
  charts: /node_modules[\\/](@mui[\\/]x-|d3-)/,
  data: /node_modules[\\/](@tanstack|zod|i18next|react-i18next|react-hook-form|@hookform|date-fns|@date-fns)[\\/]/,
}

export default defineConfig({
  root: 'src-renderer',
  publicDir: false,
  plugins: [react()],
  builder: {},
  server: {
    host: '127.0.0.1',
    strictPort: true,
    proxy: { '/api/': proxied, '/files': proxied, '/healthz': proxied, '/ws': { ...proxied, ws: true } },
  },
  environments: {
    client: {
      build: {
        outDir: '../dist-renderer',
        emptyOutDir: true,
        // Fonts and icons stay files: the content security policy needs no data: addresses.
        assetsInlineLimit: 0,
        rolldownOptions: {
          output: { codeSplitting: { groups: Object.entries(vendorChunks).map(([name, test]) => ({ name, test })) } },
        },
      },
    },
    main: {
      consumer: 'server',
      build: {
        ssr: true,
        outDir: '../dist-main',
        emptyOutDir: true,
        target: 'node22',
        sourcemap: true,
        rolldownOptions: {
          input: mainEntries,
          // A stack in the log needs the places, not the text of the source.
          output: { sourcemapExcludeSources: true, format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'part-[name].js' },
        },
      },
    },
    // In a sandbox there is neither `import` nor a second file to load.
    preload: {
      consumer: 'server',
      build: {
        ssr: true,
        outDir: '../dist-main',
        emptyOutDir: false,
        target: 'node22',
        rolldownOptions: {
          input: { preload: 'src-main/shell/preload.ts' },
          external: ['electron'],
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    },
  },
})
