/** WO-13, WO-14 · Appointment properties: limits in hours before the start, and the reminder. */
export const appointmentProperties = {
  'wm.appointment.book_hours': {
    type: 'integer',
    min: 0,
    max: 8_760,
    default: 4,
    description:
      'Customers can book a window until this many hours before it begins. Staff can book later with a reason.',
  },
  'wm.appointment.cutoff_hours': {
    type: 'integer',
    min: 0,
    max: 8_760,
    default: 24,
    description:
      'Customers can move an appointment until this many hours before it begins. Staff can move it later with a reason.',
  },
  'wm.appointment.cancel_hours': {
    type: 'integer',
    min: 0,
    max: 8_760,
    default: 24,
    description:
      'Customers can cancel an appointment until this many hours before it begins. Staff can cancel it later with a reason.',
  },
  'wm.appointment.reminder_hours': {
    type: 'integer',
    min: 0,
    max: 720,
    default: 24,
    description: 'How many hours before it begins customers are reminded of an appointment. 0: never.',
  },
} as const;
