"""The words by which a name shows what it names: heads of bodies, cues of places, what no name starts with."""

ORGANIZATIONS = frozenset(
    """
AB Academy Administration AG Agency Airlines Airways Alliance Army ASA Assembly Association Authority Bank Battalion
Bhd Bloc Board Brigade Brigades Brotherhood Brothers Bundesbank Bundestag Bureau BV Cabinet Center Centre Chamber
Church Cie Club Co Coalition Collective College Command Commissariat Commission Committee Commonwealth Community
Company Confederation Conglomerate Congress Consortium Convention Coop Cooperative Corp Corporation Corps Council
Court Department Directorate Division Duma Embassy Enterprises Exchange Federation Fleet Flotilla Force Forces
Foundation Fraternity Front Fund Garrison GmbH Group Guard Guards Headquarters Holding Holdings Hospital House Inc
Industries Inspectorate Institute Institution Jirga Junta KK Knesset Laboratories Laboratory League Legion Legislature
Library LLC Loya Ltd Majlis Militia Ministries Ministry Mission Mosque Movement Museum Navy Network NV Observatory
Office Organisation Organization Oy Oyj Parliament Parliamentarians Partnership Party Patriarchate PLC Plc Police
Politburo Presidium Pty Rada Railways Rangers Regiment Resistance SA Secretariat Seimas Sejm Senate Service Services
Shipyard Society Soviet SpA Squadron Staff Studies Syndicate Systems Taskforce Team Tribunal Troops Union Unit
University Verkhovna Volunteers Watch
""".split()
)
ARMED = frozenset(
    """
Ahrar Ansar Brigades Emirate Guerrilla Guerrillas Harakat Hay'at Hizb Insurgent Jabhat Jaish Jama'at Jamaat Jihad
Kata'ib Lashkar Lashkar-e-Taiba Liberation Liwa Militia Mujahedeen Mujahedin Mujahideen Mujahidin Rebel Resistance
Taliban Tehreek Tehrik Tehrik-i-Taliban
""".split()
)
FOREIGN = frozenset(
    """
Ahrar Anjuman Ansar Bundes Frente Fuerzas Groupe Harakat Hay'at Hayat Hezb Hezb-i-Islami Hizb Ikhwan Jabhat Jaish
Jaish-e-Mohammed Jama'a Jama'at Jamaah Jamaat Jamiat Jamiat-i-Islami Jemaah Jund Kata'ib Katibat Lashkar
Lashkar-e-Jhangvi Lashkar-e-Taiba Liwa Majlis Mouvement Movimiento Parti Partido Saraya Sepah Sipah Tehreek Tehrik
Tehrik-i-Taliban Union
""".split()
)
TREATIES = frozenset(
    (
        "Accord Accords Act Agreement Agreements Armistice Charter Compact Constitution Convention Covenant"
        " Declaration Memorandum Pact Protocol Treaty"
    ).split()
)
EVENTS = frozenset(
    (
        "Championship Championships Conference Congress Cup Exercise Exercises Festival Forum Games Intifada"
        " Massacre Olympics Operation Rebellion Revolution Summit Uprising War"
    ).split()
)
PLACES = frozenset(
    """
Airbase Airfield Airport Archipelago Avenue Barracks Base Basin Bay Beach Border Boulevard Bridge Canal Canyon Cape
Cathedral Channel City Coast Corridor Cosmodrome County Dam Desert District Falls Field Fields Forest Gorge
Governorate Gulf Harbor Harbour Heights Highlands Highway Hill Hills Hotel Island Islands Isles Isthmus Jail Krai Lake
Line Lowlands Monastery Mountain Mountains Oblast Ocean Okrug Palace Pass Peninsula Pipeline Plain Plains Plateau Port
Prefecture Prison Province Railway Raion Ranges Refinery Region Reservoir River Road Sea Springs Square Station Steppe
Strait Straits Street Strip Territories Territory Tower Town Valley Village
""".split()
)
OTHERS = frozenset(
    "Doctrine Files Initiative Papers Plan Prize Program Programme Project Satellite Strategy System".split()
)
SITES = frozenset(
    """
airbase airfield airport area bay beach border camp canal city coast county crossing dam desert district enclave field
forest gorge governorate hamlet harbor harbour hill hills island islands lake mountain mountains municipality oblast
peninsula pipeline plain plateau pocket port prefecture province raion refinery region reservoir river settlement
shipyard square strait street suburb terminal territory town township valley village
""".split()
)
BODIES = frozenset(
    """
academy affiliate agency airline army association bank battalion bloc brigade broker brokerage carmaker channel
charity club coalition college commission committee company concern conglomerate consortium corporation council court
exporter faction factory federation firm foundation front giant group guerrillas importer institute insurer insurgents
league lender militants militia ministry monopoly movement network newspaper organisation organization party plant
radio rebels refiner regiment retailer subsidiary team television think-tank tribe union unit university utility
website
""".split()
)
CALENDAR = frozenset(
    """
Apr April Aug August Christmas Dec December Easter Feb February Friday Fridays January Jul July June March May Monday
Mondays Nov November Oct October Ramadan Saturday Saturdays Sep Sept September Sunday Sundays Thursday Thursdays
Tuesday Tuesdays Wednesday Wednesdays
""".split()
)
FUNCTION = frozenset(
    """
A About Above According Accordingly Across Actually Additionally Addressing After Afterwards Again Against Ahead All
Allegedly Almost Along Already Also Alternatively Although Am Amid Among Amongst An Analysis And Annex Another
Answering Any Anyone Anything Apart Apparently Appendix Are Arguably Around Article As Aside Asked Asking At Away Back
Background Based Be Because Been Before Behind Being Below Beneath Beside Besides Between Beyond Billion Born Both Box
Brief Briefs Broadly But By Called Calling Can Certainly Chapter Citing Clearly Come Comment Commentary Commenting
Concerning Conclusion Consequently Considering Contents Conversely Could Crucially Curiously Currently Despite Did Do
Does Doing Done Down Dozens During Each Earlier Early Ed Effectively Eight Either Eleven Else Elsewhere Enough Equally
Especially Essentially Even Eventually Ever Every Everyone Everything Evidently Except Facing Far Few Fewer Fifty
Figure Finally First Firstly Five Followed Following For Formally Former Formerly Fortunately Founded Four From
Further Furthermore Generally Given Had Half Has Have Having He Hence Her Here Hers Him His Hopefully How However
Hundred Hundreds I If Image Immediately Implications Importantly In Including Increasingly Indeed Inevitably Initially
Inside Instead Interestingly Into Introduction Ironically Is Issue It Its Judging Just Key Known Largely Last Lastly
Late Later Latest Least Led Less Let Like Likewise Local Long Made Mainly Make Many Map May Maybe Me Meanwhile Might
Million Mine More Moreover Most Mostly Much Must My Named Naturally Near Nearly Neither Never Nevertheless New Next
Nine No Nobody Nominally None Nonetheless Nor Nos Not Notably Note Nothing Noting Now Nowhere Number Numerous
Obviously Oddly Of Off Officially Often Old On Once One Ones Only Onto Op Opinion Opposite Or Other Others Otherwise
Ought Our Out Outlook Outside Over Overall Overview Own Page Pages Part Particularly Partly Perhaps Photo Please
Possibly Predictably Present Presumably Previous Previously Privately Probably Publicly Quite Quoting Rather Recent
Recently Referring Regarding Reportedly Reporting Responding Roughly Round Said Same Say Says Second Secondly Section
Seemingly Seriously Seven Several Shall She Shortly Should Significantly Similar Similarly Simply Since Six Small So
Some Someone Something Sometimes Somewhat Somewhere Soon Source Sources Speaking Specifically Still Strangely
Subsequently Such Suddenly Summary Supposedly Sure Surprisingly Symptomatically Table Take Taken Tellingly Ten Than
Thanks That The Their Theirs Them Then There Thereafter Therefore These They Third Thirdly This Those Though Thousand
Thousands Three Through Throughout Thus Till To Today Together Tomorrow Too Toward Towards Traditionally Twelve Twenty
Twice Two Typically Ultimately Under Underlying Undoubtedly Unfortunately Unless Unlike Unsurprisingly Until Up Update
Upon Us Use Used Using Usually Various Very Via Virtually Volume Was We Well Were What Whatever Whatsoever When
Whenever Where Whereas Whether Which While Who Whoever Whole Whom Whose Why Will With Within Without Worse Would
Writing Yes Yesterday Yet You Your
""".split()
)
COMMON = frozenset(
    """
African Africans Allah Ambassador American Americans Arab Arabs Army Asian Asians Atlantic Balkan Baltic Bible Bill
Bishop Bishops Buddhist Buddhists Budget Cabinet Catholic Catholics Caucasian Central Chief Christian Christianity
Christians Church Cold Communism Communist Communists Congress Constitution Council Court Democrat Democratic
Democrats Dr Earth East Eastern Embassy Emir Empire English Establishment Eurasian European Europeans Fascism Fascist
Fascists Father Federal Finance First Foreign French Gen General Genocide German God Government Governor Great Gypsies
Head Heads Hindu Hindus Holocaust Home House Imam Independence Interior Internet Islam Islamic Islamism Islamist
Islamists Jew Jewish Jews Jihad Judge Justice Kalashnikov King Koran Kurd Kurds Labor Labour Latin Left Liberal
Liberals Lord Marxism Marxist Marxists Members Middle Military Minister Ministers Ministry Moon Mosque Mr Mrs Ms
Mullah Muslim Muslims National Nationalists Navy Nazi Nazis Nazism Nordic North Northeast Northern Northwest Olympic
Olympics Opposition Orthodox Parliament Party Patriarch Pope Premier President Presidents Press Prime Prince Professor
Prophet Protestant Protestants Province Public Qur'an Quran Republic Republican Republicans Revolution Right Royal
Russians Salafi Salafis Salafist Salafists Second Secretary Senate Senator Senators Shari'a Sharia Sheikh Shi'a
Shi'ite Shi'ites Shia Shiite Shiites Sir Slavic Slavs Social Socialism Socialist Socialists South Southeast Southern
Southwest Soviet Soviets Spokesman Stalinist State States Sufi Sufis Sun Sunni Sunnis Supreme Third Treaty Turkic TV
Union United Wahhabi Wahhabis Wahhabism War Web West Western World
""".split()
)
NO_ACRONYMS = frozenset(
    """
AD AIDS AK AKA AKS AM AND APC ASAP BC BMP BN BTR CE CEO CET CFO CIO CM CONTENTS COO CV DATE DC DNA DVD EDM EDT END ESP
EST ETC EU FAQ FM FOB FYI GDP GMT GNP GOV GPS GW HIV HQ HTML HTTP ICBM ICBMS ICT ID IDP IDPS IED IEDS IFV II III IPO
ISBN ISSN IT IV IX JPEG JR JRTV KG KM KW LED LLC LNG LPG M&A MA MIG MIRV MLN MLRS MM MN MP MPS MSK MW NB NGO NGOS NO
NOT NOTE NUMBER OK OP PAGE PC PDF PHD PM POW POWS PR PRESIDENT PS PST PT Q&A QA R&D RAM REP RPG SAM SAMS SEN SIM SMS
SOS SR SU SUV TEXT TV TYPE UAV UAVS UK UN URL US USA USB USD UTC VAT VI VII VIII VIP VIPS VP WMD WWW XI XII XIV XIX XV
XX XXI
""".split()
)
SPOKE = frozenset(
    """
accused accuses acknowledged added adds admitted advocated advocates affirmed agreed alleged announced announces
appointed argued argues arrived asserted became believed believes blamed called cited claimed claims commented
complained conceded concluded condemned confirmed contended contends criticized declared declares demanded denied
denies died dismissed emphasised emphasized explained explains expressed fled flew hailed hinted insisted insists
maintained maintains met noted notes observed ordered pledged pointed praised predicted promised proposed recalled
refused reiterated rejected remarked replied resigned retired said says served signed stated states stressed suggested
suggests tells testified thinks told traveled travelled urged visited vowed warned warns welcomed writes wrote
""".split()
)
OFFICES = frozenset(
    """
Affairs Agriculture Air Arbitration Armed Army Border Central City Civil Coast Commerce Communication Communications
Constitutional Criminal Culture Customs Defence Defense Development Economic Economics Economy Education Emergencies
Emergency Energy Environment Executive Exterior External Federal Finance Fisheries Food Foreign Forestry Fuel General
Ground Health High Home Industry Information Intelligence Interior Internal Joint Justice Labor Labour Land Law
Legislative Local Lower Marine Military Missile Municipal National Natural Naval Planning Police Presidential
Prosecutor Protection Provincial Public Railways Regional Reserve Resources Rocket Science Security Situations Social
Special Sports State Statistics Supreme Tax Trade Transport Upper Youth
""".split()
)
"""What stands before the head noun of a body that every state has: the ministry tells nothing without its state."""
OFFICE_HEADS = frozenset(
    """
Academy Administration Agency Army Assembly Bank Cabinet Chamber Commission Committee Corps Council Court Department
Directorate Fleet Force Forces Guard Guards Headquarters Inspectorate Ministry Navy Office Parliament Police
Secretariat Senate Service Services Staff Troops
""".split()
)
"""The head nouns of such bodies."""
FIELDS = frozenset(
    """
Agricultural Agriculture Border Budget Christian Conservative Cultural Culture Customs Defence Defense Democracy
Democratic Development Diplomatic Ecology Economic Economy Education Energy Environment Equality External Family
Finance Fisheries Food Foreign Forestry Freedom Growth Health Homeland Human Humanitarian Industry Information
Intelligence Internal International Investment Justice Labor Labour Land Law Liberal Liberty Military National
Nationalist Oil Order Peace Planning Police Political Power Progress Prosperity Reform Reforms Religious Research
Rights Science Scientific Sea Search Security Social Solidarity Sports Strategic Strength Studies Tax Technology
Tourism Trade Transport Truth Unity Welfare Women Youth
""".split()
)
"""What stands before "and" in the name of a party or a ministry: ``Justice and Equality Movement``."""
NO_NAME = frozenset(
    """
Big Current Foreign Former Government Great Joint Local Main Major New Old Opposition Party Real Rebel Ruling Whole
""".split()
)
"""What makes no name of a head noun by itself: ``Opposition Party``."""
