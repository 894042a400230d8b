/** The words that the demonstration company's customers and people are made of. All invented. */

export const FOUNDERS = [
  "Abernale", "Alderquist", "Ambrook", "Ansterly", "Arkwell", "Ashbourne", "Averdale", "Balkimore", "Bellhaven", "Birchmont",
  "Brackwell", "Brindlecote", "Calderon Vale", "Camberlin", "Carrowmere", "Castellane", "Claymoor", "Copperfen", "Corvane",
  "Dalrouth", "Danforth Quay", "Dellamont", "Drummond Lake", "Eastmarsh", "Elderfield", "Ellingrove", "Emberley", "Fairlough",
  "Fenwicke", "Fieldstone", "Foxhollow", "Gallowglen", "Garrick Bay", "Glenrothe", "Granforth", "Greystoke", "Halvorsen",
  "Harrowgate", "Hawksmere", "Hollis Ridge", "Ironwood", "Ivanhall", "Jessamine", "Juniper Point", "Kelderby", "Kingsmoor",
  "Larkspur", "Lindenwald", "Lockridge", "Lorimer", "Maplecroft", "Marlowe Pier", "Merrivale", "Millbrandt", "Norcastle",
  "Oakhurst", "Orchard Bend", "Pellington", "Pinecrest", "Quarryhill", "Ravensdale", "Redfern", "Rosewick", "Saltmarsh",
  "Sandoval", "Silverbeck", "Stonehurst", "Tamarind", "Thornbury", "Umberfield", "Vantreight", "Westerlund", "Willowmere",
  "Yarrowdale",
] as const;

export const EUROPEAN_FOUNDERS = [
  "Adlerhof", "Bergstrand", "Boisverdi", "Brennholt", "Castelnovi", "Dorrestijn", "Eisenacher Tal", "Fjellvang", "Grauwinkel",
  "Hjortlund", "Jannsen Kade", "Karlshagen", "Lavandier", "Lindqvarn", "Montreval", "Nordahlen", "Oosterveld", "Pietralba",
  "Rosenthaler Hof", "Sant Orell", "Steinmarkt", "Tavernelle", "Valdorcia", "Weidenbach", "Zandvliet Oost",
] as const;

export const TRADES = [
  "Automation", "Bottling", "Brewing", "Building Products", "Ceramics", "Controls", "Dairy", "Distribution", "Electric",
  "Fabrication", "Food Processing", "Foundry", "Glassworks", "Instruments", "Logistics", "Machine Works", "Marine", "Medical Devices",
  "Mills", "Motors", "Packaging", "Paper", "Pharma", "Plastics", "Power Systems", "Precision", "Printing", "Robotics", "Shipyards",
  "Steel", "Textiles", "Tooling", "Water Systems", "Wind Energy",
] as const;

export const GIVEN_NAMES = [
  "Amara", "Beatriz", "Caleb", "Dana", "Elena", "Farid", "Grace", "Hugo", "Imani", "Jonas", "Keiko", "Liam", "Marta", "Nadia",
  "Omar", "Priya", "Quentin", "Rosa", "Samir", "Tessa", "Umar", "Vera", "Wesley", "Yara", "Zoe",
] as const;

export const FAMILY_NAMES = [
  "Abbott", "Bianchi", "Castillo", "Dubois", "Eriksen", "Fischer", "Gallagher", "Hashimoto", "Ivanova", "Jensen", "Kowalski",
  "Laurent", "Moreau", "Novak", "Okafor", "Petrov", "Quinn", "Rahman", "Santos", "Takahashi", "Ueda", "Vargas", "Whitfield",
  "Yilmaz", "Zeller",
] as const;

export const JOBS = ["Accounts payable", "Accounts payable lead", "Controller", "Purchasing", "Treasury"] as const;

export const STREETS = [
  "Canal Street", "Depot Road", "Foundry Lane", "Harbor Drive", "Industrial Parkway", "Junction Avenue", "Mill Road",
  "Old Quarry Road", "Railway Avenue", "River Street", "Terminal Way", "Wharf Road",
] as const;

export interface Product {
  readonly code: string;
  readonly line: string;
  readonly description: string;
  /** Cents of a US dollar. */
  readonly priceCents: number;
}

const product = (line: string, code: string, description: string, priceCents: number): Product => ({
  code,
  line,
  description,
  priceCents,
});

export const PRODUCTS: readonly Product[] = [
  product("Bearings", "BRG-6204", "Deep-groove ball bearing 20 mm", 1_485),
  product("Bearings", "BRG-7310", "Angular-contact bearing 50 mm", 9_260),
  product("Bearings", "BRG-PB25", "Pillow block with insert 25 mm", 5_735),
  product("Drives", "DRV-CH40", "Roller chain 40, box of 3 m", 4_110),
  product("Drives", "DRV-GB15", "Helical gearbox 15:1", 118_400),
  product("Drives", "DRV-VFD5", "Variable-frequency drive 5 kW", 64_950),
  product("Fasteners", "FST-M8A4", "Hexagon bolt M8 A4, box of 200", 7_225),
  product("Fasteners", "FST-M12Z", "Threaded rod M12, bundle of 10", 3_890),
  product("Hydraulics", "HYD-CY63", "Cylinder 63/36, stroke 250", 41_600),
  product("Hydraulics", "HYD-HS12", "High-pressure hose 12 mm, 10 m", 13_475),
  product("Hydraulics", "HYD-PMP2", "Gear pump 22 cc", 28_900),
  product("Safety", "SAF-GLV9", "Cut-resistant gloves, dozen", 6_180),
  product("Safety", "SAF-LOTO", "Lock-out station, 20 locks", 24_350),
  product("Sensors", "SNS-IND8", "Inductive sensor M18", 5_290),
  product("Sensors", "SNS-PT10", "Temperature probe Pt100", 8_715),
  product("Services", "SRV-CAL1", "On-site calibration, per hour", 14_500),
  product("Services", "SRV-VIB1", "Vibration survey, per machine", 32_000),
];
