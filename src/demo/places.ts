// Where children are met in the demonstration: crossings, markets and beaches of the named kelurahan, by weight.

export type HotSpot = Readonly<{
  area: string;
  place: string;
  locationType: string;
  weight: number;
  from?: string;
}>;

export const hotSpots: readonly HotSpot[] = [
  { area: '13.71.09.1006', place: 'Simpang Balai Baru', locationType: 'TRAFFIC_LIGHT', weight: 14 },
  { area: '13.71.09.1001', place: 'Simpang Ketaping', locationType: 'TRAFFIC_LIGHT', weight: 9 },
  { area: '13.71.09.1009', place: 'By Pass Sungai Sapih', locationType: 'U_TURN', weight: 7 },
  { area: '13.71.03.1007', place: 'Pasar Raya', locationType: 'MARKET', weight: 13 },
  { area: '13.71.03.1007', place: 'Jalan Permindo', locationType: 'SHOP_FRONT', weight: 8 },
  { area: '13.71.03.1008', place: 'Taman Imam Bonjol', locationType: 'PARK', weight: 6 },
  { area: '13.71.03.1005', place: 'Jalan Sudirman', locationType: 'TRAFFIC_LIGHT', weight: 8 },
  { area: '13.71.03.1003', place: 'Ujung Gurun', locationType: 'TRAFFIC_LIGHT', weight: 5 },
  { area: '13.71.03.1004', place: 'Pantai Purus', locationType: 'BEACH', weight: 7 },
  { area: '13.71.03.1010', place: 'Berok Nipah', locationType: 'BRIDGE_UNDERSIDE', weight: 3 },
  { area: '13.71.02.1001', place: 'Sawahan', locationType: 'TRAFFIC_LIGHT', weight: 5 },
  { area: '13.71.02.1005', place: 'Simpang Haru', locationType: 'TRAFFIC_LIGHT', weight: 6 },
  { area: '13.71.02.1007', place: 'Pasar Simpang Haru', locationType: 'MARKET', weight: 3 },
  { area: '13.71.04.1002', place: 'Simpang UNP Air Tawar', locationType: 'TRAFFIC_LIGHT', weight: 9 },
  { area: '13.71.04.1005', place: 'Jalan Khatib Sulaiman', locationType: 'TRAFFIC_LIGHT', weight: 7 },
  { area: '13.71.04.1006', place: 'Pasar Alai', locationType: 'MARKET', weight: 4 },
  { area: '13.71.11.1002', place: 'Simpang Lubuk Minturun', locationType: 'U_TURN', weight: 4 },
  { area: '13.71.11.1012', place: 'Tabing', locationType: 'TRAFFIC_LIGHT', weight: 6 },
  { area: '13.71.11.1008', place: 'Jalan layang bandara', locationType: 'FLYOVER', weight: 4 },
  {
    area: '13.71.11.1003',
    place: 'Terminal Anak Air',
    locationType: 'TERMINAL',
    weight: 4,
    from: '2025-01-01',
  },
  { area: '13.71.06.1005', place: 'By Pass Lubuk Begalung', locationType: 'TRAFFIC_LIGHT', weight: 8 },
  { area: '13.71.06.1013', place: 'Pampangan', locationType: 'U_TURN', weight: 4 },
  { area: '13.71.01.1004', place: 'Pasa Gadang', locationType: 'SHOP_FRONT', weight: 3 },
  { area: '13.71.10.1001', place: 'Pasar Siteba', locationType: 'MARKET', weight: 4 },
  { area: '13.71.07.1001', place: 'Pasar Indarung', locationType: 'MARKET', weight: 2 },
  { area: '13.71.03.1007', place: 'Emperan Pasar Raya', locationType: 'SLEEPING_PLACE', weight: 4 },
];

/** Where outsiders say they come from. */
export const origins: readonly (readonly [area: string, weight: number])[] = [
  ['13.01', 24],
  ['13.05', 22],
  ['13.02', 14],
  ['13.08', 8],
  ['13.06', 7],
  ['13.12', 5],
  ['13.77', 4],
  ['13.09', 4],
  ['13.75', 2],
  ['14.71', 4],
  ['12.14', 3],
  ['12.71', 2],
  ['16.71', 1],
];

/** Kelurahan in which the met children of Padang live, by weight; the others share the rest. */
export const homes: readonly (readonly [area: string, weight: number])[] = [
  ['13.71.09.1006', 10],
  ['13.71.09.1009', 7],
  ['13.71.09.1001', 6],
  ['13.71.09.1005', 4],
  ['13.71.03.1004', 7],
  ['13.71.03.1010', 6],
  ['13.71.01.1004', 5],
  ['13.71.01.1005', 4],
  ['13.71.02.1008', 4],
  ['13.71.06.1012', 7],
  ['13.71.06.1013', 4],
  ['13.71.11.1012', 5],
  ['13.71.11.1009', 5],
  ['13.71.11.1004', 4],
  ['13.71.04.1002', 4],
  ['13.71.10.1001', 5],
  ['13.71.08.1005', 3],
];
