import type { GroupName } from './cast.ts';

type Account = {
  name: string;
  parent?: string;
  partner?: true;
  value: number;
  phone: string;
  address: string;
  /** The assignment group of its new cases. */
  group?: GroupName;
};

/** Accounts in the order of creation; a parent comes before its child. */
export const accounts: readonly Account[] = [
  { name: 'Boxeo', value: 480_000, phone: '+31 10 555 0114', address: '14 Harbour Street, Rotterdam' },
  { name: 'Boxeo Labs', parent: 'Boxeo', value: 60_000, phone: '+31 15 555 0102', address: '2 Science Park, Delft' },
  { name: 'Funco', value: 220_000, phone: '+32 9 555 0177', address: '77 Market Square, Ghent' },
  {
    name: 'Nordwind',
    value: 310_000,
    phone: '+47 55 555 105',
    address: '5 Pier Road, Bergen',
    group: 'Customer Service',
  },
  { name: 'Sportlight', value: 95_000, phone: '+44 113 555 0130', address: '30 Stadium Way, Leeds' },
  { name: 'Wayfarer', value: 150_000, phone: '+41 61 555 01 08', address: '8 Station Place, Basel' },
  { name: 'Zenith', value: 275_000, phone: '+39 011 555 0101', address: '101 Hilltop Avenue, Turin' },
  { name: 'Alliant', partner: true, value: 0, phone: '+32 3 555 0119', address: '19 Bridge Lane, Antwerp' },
];

export const served = { partner: 'Alliant', accounts: ['Boxeo'] };

/** Forty more accounts, all of which use payments: name, contact, town. */
export const shops = [
  ['Alder & Ash', 'Agnes Alder', 'Aarhus'],
  ['Baltic Bikes', 'Boris Balt', 'Gdansk'],
  ['Candle Works', 'Carla Candle', 'Lyon'],
  ['Delta Dental', 'Dirk Delta', 'Breda'],
  ['Easel Art Supplies', 'Erin Easel', 'Cork'],
  ['Fjord Foods', 'Finn Fjord', 'Stavanger'],
  ['Garden Gate', 'Greta Gate', 'Bonn'],
  ['Harvest Box', 'Hana Harvest', 'Brno'],
  ['Iron Kettle', 'Ivo Iron', 'Graz'],
  ['Juniper Tea', 'June Juniper', 'York'],
  ['Kite & Key', 'Karl Kite', 'Bruges'],
  ['Lantern Hotels', 'Lisa Lantern', 'Porto'],
  ['Maple Furniture', 'Marta Maple', 'Vilnius'],
  ['North Quay Fish', 'Nils Quay', 'Esbjerg'],
  ['Olive Grove', 'Olga Grove', 'Bari'],
  ['Paper Lane', 'Pia Paper', 'Uppsala'],
  ['Quartz Watches', 'Quinn Quartz', 'Geneva'],
  ['River Rentals', 'Rosa River', 'Seville'],
  ['Saddle Shop', 'Simon Saddle', 'Dublin'],
  ['Tandem Tours', 'Tess Tandem', 'Utrecht'],
  ['Umbra Lighting', 'Ulla Umbra', 'Malmö'],
  ['Velvet Records', 'Vera Velvet', 'Hamburg'],
  ['Willow Toys', 'Wim Willow', 'Namur'],
  ['Xenon Gyms', 'Xaver Xenon', 'Linz'],
  ['Yarn & Needle', 'Yara Yarn', 'Tartu'],
  ['Zebra Prints', 'Zita Zebra', 'Pécs'],
  ['Anchor Insurance', 'Adam Anchor', 'Bristol'],
  ['Bluebell Bakery', 'Bella Blue', 'Bath'],
  ['Cobalt Glass', 'Cesar Cobalt', 'Murano'],
  ['Dune Travel', 'Dana Dune', 'Ostend'],
  ['Ember Grills', 'Emil Ember', 'Kassel'],
  ['Feather Beds', 'Fay Feather', 'Lille'],
  ['Granite Gyms', 'Gus Granite', 'Aberdeen'],
  ['Hazel Health', 'Helga Hazel', 'Jena'],
  ['Ivory Keys', 'Ines Ivory', 'Salzburg'],
  ['Jetty Seafood', 'Jonas Jetty', 'Kiel'],
  ['Kelp Cosmetics', 'Kim Kelp', 'Brest'],
  ['Linden Law', 'Lars Linden', 'Weimar'],
  ['Meadow Dairy', 'Mona Meadow', 'Fribourg'],
  ['Nimbus Umbrellas', 'Ned Nimbus', 'Galway'],
] as const satisfies readonly (readonly [name: string, contact: string, town: string])[];
export type Shop = (typeof shops)[number][0];

/** The shops' yearly contract values, assigned in turn. */
export const shopValues = [12_000, 18_000, 9_600, 24_000, 36_000, 15_000, 30_000, 21_000] as const;

export const products = ['Network Monitoring', 'SD-WAN Edge', 'Mail Relay', 'Payments API'] as const;
export type ProductName = (typeof products)[number];

/** The assignment groups of new cases about a product. */
export const productGroups: Readonly<Partial<Record<ProductName, GroupName>>> = { 'Payments API': 'Customer Service' };

export const configurationItems = [
  { name: 'SD-WAN', class: 'Business service' },
  { name: 'Mail Relay', class: 'Business service', group: 'Platform Operations' },
  { name: 'Payments API', class: 'Business service', group: 'Platform Operations' },
  { name: 'Network Monitoring', class: 'Business service', operationalStatus: 'Non-Operational' },
  { name: 'sdwan-ctl-1', class: 'Network gear', group: 'Network Operations' },
  { name: 'mail-gw-1', class: 'Server' },
  { name: 'pay-api-1', class: 'Application' },
  { name: 'pay-api-2', class: 'Application' },
  { name: 'db-core-1', class: 'Server', group: 'Platform Operations' },
  { name: 'mon-col-1', class: 'Server', group: 'Network Operations' },
] as const satisfies readonly { name: string; class: string; operationalStatus?: string; group?: GroupName }[];
export type ItemName = (typeof configurationItems)[number]['name'];

/** The parent depends on the child. */
export const dependencies: readonly (readonly [parent: ItemName, child: ItemName])[] = [
  ['SD-WAN', 'sdwan-ctl-1'],
  ['Mail Relay', 'mail-gw-1'],
  ['Payments API', 'pay-api-1'],
  ['Payments API', 'pay-api-2'],
  ['mail-gw-1', 'db-core-1'],
  ['pay-api-1', 'db-core-1'],
  ['pay-api-2', 'db-core-1'],
  ['Network Monitoring', 'mon-col-1'],
];

/** The installed products: item, product and accounts. The shops' items are assigned in turn. */
export const installed: readonly { item: ItemName; product: ProductName; accounts: readonly string[] }[] = [
  {
    item: 'sdwan-ctl-1',
    product: 'SD-WAN Edge',
    accounts: ['Boxeo', 'Funco', 'Nordwind', 'Sportlight', 'Wayfarer'],
  },
  { item: 'mail-gw-1', product: 'Mail Relay', accounts: ['Boxeo', 'Funco', 'Zenith'] },
  { item: 'mon-col-1', product: 'Network Monitoring', accounts: accounts.map(({ name }) => name) },
];
export const installedAtConsumers = { item: 'mail-gw-1', product: 'Mail Relay' } as const;
export const installedAtShops = { items: ['pay-api-1', 'pay-api-2'], product: 'Payments API' } as const;

/** The edge devices at accounts: tag, serial number, account. */
export const edges = [
  ['EDGE-0101', 'SE4-71820', 'Boxeo'],
  ['EDGE-0102', 'SE4-71821', 'Boxeo'],
  ['EDGE-0201', 'SE4-70933', 'Funco'],
  ['EDGE-0301', 'SE4-71117', 'Nordwind'],
  ['EDGE-0401', 'SE2-55310', 'Sportlight'],
  ['EDGE-0501', 'SE2-55348', 'Wayfarer'],
] as const;
