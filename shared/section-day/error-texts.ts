/** Why something of a section's day is refused; part of `coreTexts`, as all errors are. */
export const sectionDayErrorTexts = {
  id: {
    errors: {
      'day-locked': 'Hari bagian ini sudah dikunci, jadi isiannya tidak dapat diubah lagi. Minta Admin membukanya dengan alasan, atau serahkan isian ini ke antrean isian terlambat.',
      'worker-absent': 'Pekerja ini tercatat tidak hadir pada hari itu. Perbaiki kehadirannya dulu, atau kosongkan hasilnya.', 'worker-made': 'Pekerja ini punya hasil pada hari itu, jadi tidak dapat dicatat tidak hadir. Keluarkan dulu hasilnya.',
    },
    errorDetails: {
      'day-locked': 'Hari {{day}} di {{section}} sudah dikunci oleh {{who}} pada {{at}}, jadi isiannya tidak dapat diubah lagi. Yang memegang izin {{needed}} dapat membukanya dengan alasan; atau serahkan isian ini ke antrean isian terlambat.',
      'worker-absent': '{{worker}} tercatat tidak hadir pada {{day}}. Perbaiki kehadirannya dulu, atau kosongkan hasilnya.', 'worker-made': '{{worker}} punya hasil pada {{day}}, jadi tidak dapat dicatat tidak hadir. Keluarkan dulu hasilnya.',
    },
  },
  en: {
    errors: {
      'day-locked': 'This section’s day is locked, so its entries cannot be changed any more. Ask an Admin to open it with a reason, or hand this entry to the queue of late entries.',
      'worker-absent': 'This worker is recorded as absent on that day. Correct the attendance first, or leave the output empty.', 'worker-made': 'This worker has output on that day and cannot be recorded as absent. Take the output out first.',
    },
    errorDetails: {
      'day-locked': '{{day}} in {{section}} was locked by {{who}} at {{at}}, so its entries cannot be changed any more. Whoever has the permission {{needed}} can open it with a reason; or hand this entry to the queue of late entries.',
      'worker-absent': '{{worker}} is recorded as absent on {{day}}. Correct the attendance first, or leave the output empty.', 'worker-made': '{{worker}} has output on {{day}} and cannot be recorded as absent. Take the output out first.',
    },
  },
} as const
