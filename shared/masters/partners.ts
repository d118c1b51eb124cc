import { z } from 'zod'
import { code, choice, flag, freeText, name, neededText, note, optionalCount } from './fields.ts'
import { defineMaster, type RecordOf } from './definition.ts'

export const partnerKinds = ['SUPPLIER', 'SUBCONTRACTOR', 'CUSTOMER'] as const

/** Whom the factory buys from, has work done by, and sells to. `leadTimeDays`: from order to delivery; of a subcontractor, until what goes out is back (TR-9). */
export const partnerMaster = defineMaster({
  entity: 'partner', name: 'partner', plural: 'partners', found: ['kind'],
  finds: { kinds: z.array(z.enum(partnerKinds)).max(partnerKinds.length).optional() },
  fields: {
    code: code({ headings: ['Kode pemasok', 'Supplier code', 'Kode mitra', 'Partner code', 'Vendor code'] }),
    name: name({ headings: ['Nama pemasok', 'Supplier name', 'Nama mitra', 'Partner name', 'Vendor'] }),
    kind: choice(partnerKinds, 'partnerKinds', {
      headings: ['Tipe', 'Type'], synonyms: { SUPPLIER: ['supplier', 'vendor'], SUBCONTRACTOR: ['subcon', 'makloon', 'maklun'], CUSTOMER: ['customer', 'buyer'] },
    }),
    contactPerson: freeText(200, { headings: ['Kontak', 'Contact', 'PIC'] }),
    phone: freeText(50, { headings: ['Telp', 'Telepon', 'Phone', 'HP', 'No telepon'] }),
    email: freeText(200, { headings: ['Email', 'Surel'] }),
    address: freeText(500, { headings: ['Alamat', 'Address'] }),
    leadTimeDays: optionalCount({ most: 1000, headings: ['Lead time', 'Waktu tunggu'] }),
    notes: note({ headings: ['Keterangan', 'Remarks', 'Note'] }),
  },
})
export type Partner = RecordOf<typeof partnerMaster>

/** Whose invoices are fulfilled. */
export const customerMaster = defineMaster({
  entity: 'customer', name: 'customer', plural: 'customers', found: ['area'],
  fields: {
    code: code({ headings: ['Kode pelanggan', 'Customer code'] }),
    name: name({ headings: ['Nama pelanggan', 'Customer name'] }),
    area: freeText(100, { headings: ['Wilayah', 'Area', 'Kota'] }),
    phone: freeText(50, { headings: ['Telepon', 'Phone', 'Phone1'] }),
    alternatePhone: freeText(50, { headings: ['Telepon lain', 'Phone2'] }),
    email: freeText(200, { headings: ['Email', 'Surel'] }),
    address: freeText(500, { headings: ['Alamat', 'Address', 'Address1'] }),
    postalCode: freeText(10, { headings: ['Kode pos', 'Pincode', 'Postal code', 'ZIP'] }),
  },
})
export type Customer = RecordOf<typeof customerMaster>

export const salesmanMaster = defineMaster({
  entity: 'salesman', name: 'salesman', plural: 'salesmen',
  fields: {
    code: code({ headings: ['Kode sales', 'Salesman code'] }),
    name: name({ headings: ['Nama sales', 'Salesman', 'Salesman name'] }),
    phone: freeText(50, { headings: ['Telepon', 'Phone', 'HP'] }),
  },
})
export type Salesman = RecordOf<typeof salesmanMaster>

export const courierKinds = ['EXTERNAL', 'INTERNAL'] as const

/** Who takes parcels along (MD-4): a company, or the factory's own drivers. */
export const courierMaster = defineMaster({
  entity: 'courier', name: 'courier', plural: 'couriers', found: ['kind'],
  fields: {
    code: code({ headings: ['Kode kurir', 'Courier code'] }),
    name: name({ headings: ['Nama kurir', 'Courier', 'Courier name', 'Ekspedisi'] }),
    kind: choice(courierKinds, 'courierKinds', { headings: ['Tipe', 'Type'] }),
    contactPerson: freeText(200, { headings: ['Kontak', 'Contact', 'PIC'] }),
    phone: neededText(50, { headings: ['Telepon', 'Phone', 'HP'] }),
    alternatePhone: freeText(50, { headings: ['Telepon lain', 'Alt phone'] }),
    email: freeText(200, { headings: ['Email', 'Surel'] }),
    address: freeText(500, { headings: ['Alamat', 'Address'] }),
    hasCashOnDelivery: flag(false, { headings: ['COD', 'COD supported'] }),
    notes: note({ headings: ['Keterangan', 'Remarks'] }),
  },
})
export type Courier = RecordOf<typeof courierMaster>

/** What goods are collected in until they are boxed; its code is on it as a barcode. */
export const trayMaster = defineMaster({
  entity: 'tray', name: 'tray', plural: 'trays',
  fields: {
    code: code({ headings: ['Kode baki', 'Tray code', 'Baki', 'Tray'] }),
    name: freeText(200, { headings: ['Nama baki', 'Tray name'] }),
    notes: note({ headings: ['Keterangan', 'Remarks'] }),
  },
})
export type Tray = RecordOf<typeof trayMaster>
