/**
 * Towns, areas and common words that are not the name of a zone. A place that is in several countries stands under each
 * of them, with the country in its label; the nearer to our programmes comes first. Facts of geography, chosen by us.
 */
export const PLACES: readonly (readonly [zone: string, names: string])[] = [
  [
    'Europe/London',
    'Glasgow,Edinburgh,Dunfermline,Fife,Kirkcaldy,Glenrothes,St Andrews,Cupar,Leven,Methil,Cowdenbeath,Rosyth,Dundee,' +
      'Aberdeen,Inverness,Stirling,Falkirk,Perth|Perth in Scotland,Paisley,Hamilton|Hamilton in Scotland,Motherwell,' +
      'Airdrie,Coatbridge,East Kilbride,Livingston,Cumbernauld,Greenock,Ayr,Kilmarnock,Irvine,Dumfries,Galashiels,Hawick,' +
      'Alloa,Clackmannanshire,Lanarkshire,Renfrewshire,Ayrshire,Lothian,Musselburgh,Dalkeith,Scottish Borders,Highlands,' +
      'Oban,Fort William,Elgin,Moray,Angus,Arbroath,Montrose,Peterhead,Orkney,Kirkwall,Shetland,Lerwick,Western Isles,' +
      'Stornoway,Lewis,Skye,Argyll,Tayside,Glaschu,Dun Eideann,Inbhir Nis',
  ],
  [
    'Europe/London',
    'Leeds,Manchester,Birmingham,Liverpool,Sheffield,Bristol,Newcastle,Newcastle upon Tyne,Sunderland,Gateshead,Durham,' +
      'Middlesbrough,York,Yorkshire,Hull,Bradford,Wakefield,Huddersfield,Halifax|Halifax in England,Doncaster,Rotherham,' +
      'Barnsley,Harrogate,Carlisle,Cumbria,Lancaster,Lancashire,Preston,Blackpool,Blackburn,Burnley,Bolton,Bury,Rochdale,' +
      'Oldham,Stockport,Salford,Wigan,Warrington,Cheshire,Chester,Crewe,Stoke,Stoke on Trent,Derby,Nottingham,Leicester,' +
      'Lincoln,Lincolnshire,Coventry,Wolverhampton,Dudley,Walsall,Worcester,Hereford,Shrewsbury,Shropshire,Telford,' +
      'Northampton,Peterborough,Cambridge,Norwich,Norfolk,Ipswich,Suffolk,Colchester,Essex,Chelmsford,Southend,Luton,' +
      'Bedford,Milton Keynes,Oxford,Reading,Slough,Watford,Hertfordshire,Croydon,Bromley,Kent,Canterbury,Maidstone,Dover,' +
      'Brighton,Hove,Sussex,Hastings,Surrey,Guildford,Crawley,Hampshire,Southampton,Portsmouth,Isle of Wight,Winchester,' +
      'Bournemouth,Poole,Dorset,Salisbury,Wiltshire,Swindon,Bath,Somerset,Gloucester,Cheltenham,Exeter,Devon,Plymouth,' +
      'Torquay,Cornwall,Truro,Midlands,Tyneside,Teesside,Merseyside,Northumberland',
  ],
  [
    'Europe/London',
    'Cardiff,Swansea,Newport,Wrexham,Bangor,Aberystwyth,Llanelli,Merthyr Tydfil,Bridgend,Barry,Rhyl,Anglesey,Powys,' +
      'Gwynedd,Ceredigion,Pembrokeshire,Carmarthen,Caerdydd,Abertawe,Belfast,Derry,Londonderry,Lisburn,Newry,Armagh,' +
      'Omagh,Enniskillen,Ballymena,Coleraine,Craigavon,Antrim,Tyrone,Fermanagh',
  ],
  ['Europe/London', 'GMT,BST,UK time,British time,Greenwich'],
  [
    'Europe/Dublin',
    'Cork,Galway,Limerick,Waterford,Kilkenny,Sligo,Donegal,Drogheda,Dundalk,Mayo,Kerry,Baile Atha Cliath',
  ],
  ['Europe/Isle_of_Man', 'Douglas'],
  ['Europe/Jersey', 'St Helier'],
  ['Europe/Paris', 'Lyon,Marseille,Toulouse,Nice,Bordeaux,Lille,Nantes,Strasbourg,CET'],
  ['Europe/Berlin', 'Munich,Hamburg,Cologne,Frankfurt,Stuttgart,Dresden,Leipzig'],
  ['Europe/Madrid', 'Barcelona,Valencia,Seville,Malaga,Alicante,Benidorm,Bilbao,Majorca,Mallorca,Ibiza'],
  ['Atlantic/Canary', 'Tenerife,Lanzarote,Gran Canaria,Fuerteventura'],
  ['Europe/Lisbon', 'Porto,Algarve,Faro'],
  ['Europe/Rome', 'Milan,Naples,Turin,Florence,Venice,Bologna'],
  ['Europe/Warsaw', 'Krakow,Gdansk,Lodz,Wroclaw,Poznan,Katowice'],
  ['Europe/Amsterdam', 'Rotterdam,The Hague,Utrecht'],
  ['Europe/Brussels', 'Antwerp,Ghent,Bruges'],
  ['Europe/Zurich', 'Geneva,Basel,Bern'],
  ['Europe/Kyiv', 'Kyiv,Kiev,Lviv,Odesa,Kharkiv'],
  ['Europe/Istanbul', 'Ankara,Izmir,Antalya'],
  ['Asia/Karachi', 'Lahore,Islamabad,Rawalpindi,Faisalabad,Mirpur,Peshawar'],
  ['Asia/Kolkata', 'Kolkata,Mumbai,Delhi,New Delhi,Bangalore,Chennai,Hyderabad,Punjab,Kerala,Gujarat,IST'],
  ['Asia/Dhaka', 'Sylhet,Chittagong'],
  ['Asia/Kathmandu', 'Kathmandu'],
  ['Asia/Ho_Chi_Minh', 'Ho Chi Minh,Hanoi'],
  ['Asia/Yangon', 'Yangon'],
  ['Asia/Shanghai', 'Beijing,Guangzhou,Shenzhen'],
  ['Asia/Dubai', 'Abu Dhabi,Sharjah'],
  ['Asia/Riyadh', 'Jeddah,Mecca'],
  ['Africa/Lagos', 'Abuja,Kano,Ibadan'],
  ['Africa/Accra', 'Kumasi'],
  ['Africa/Nairobi', 'Mombasa'],
  ['Africa/Harare', 'Bulawayo'],
  ['Africa/Johannesburg', 'Cape Town,Durban,Pretoria'],
  ['Africa/Asmara', 'Asmara'],
  ['Africa/Casablanca', 'Marrakesh,Rabat'],
  ['Africa/Cairo', 'Alexandria'],
  [
    'America/New_York',
    'Boston,Washington,Philadelphia,Miami,Atlanta,Florida,New Jersey,Eastern time,EST,EDT',
  ],
  ['America/Chicago', 'Texas,Houston,Dallas,Austin,Minneapolis,St Louis,New Orleans,Central time,CST,CDT'],
  ['America/Denver', 'Colorado,Salt Lake City,Mountain time,MST,MDT'],
  [
    'America/Los_Angeles',
    'California,San Francisco,San Diego,Seattle,Portland,Las Vegas,Pacific time,PST,PDT',
  ],
  ['America/Chicago', 'Birmingham|Birmingham in the USA'],
  ['Pacific/Honolulu', 'Hawaii'],
  ['America/Toronto', 'Ottawa,Montreal,Quebec,Ontario,Hamilton|Hamilton in Canada'],
  ['America/Edmonton', 'Calgary,Alberta'],
  ['America/Vancouver', 'British Columbia,Victoria'],
  ['America/St_Johns', 'Newfoundland,St Johns'],
  ['America/Halifax', 'Nova Scotia'],
  ['America/Sao_Paulo', 'Rio,Rio de Janeiro,Brasilia'],
  ['America/Argentina/Buenos_Aires', 'Buenos Aires'],
  ['Australia/Sydney', 'Canberra,New South Wales,Newcastle|Newcastle in Australia'],
  ['Australia/Melbourne', 'Victoria|Victoria in Australia'],
  ['Australia/Brisbane', 'Queensland,Gold Coast,Cairns'],
  ['Australia/Hobart', 'Tasmania'],
  ['Pacific/Auckland', 'Wellington,Christchurch,Dunedin,Hamilton|Hamilton in New Zealand'],
];
