"""The words that show a person: roles beside a name, given names, endings of surnames."""

import re

from generator.analyse.titles import names_office

ROLES = frozenset(
    """
abbot activist actor actress administrator adviser agent aide ally ambassador amir apologist architect archpriest
assassin astronaut ataman athlete attorney author ayatollah banker barrister bey biographer blogger bomber boss
brother bureaucrat businessman businesswoman caliph candidate captain caretaker cellist challenger chancellor
chieftain cleric co-author co-chair co-chairman co-founder co-leader coach coleader colleague columnist comedian
commandant commentator commissar compatriot composer comrade constable consul contender convener cosmonaut councilman
councilor counsel counsellor counselor counterpart cousin critic daughter dean defector defendant demographer designer
diplomat dissident doctor driver emir emissary engineer entrepreneur ethnologist farmer father fighter figure
filmmaker financier firefighter first-secretary footballer founder friend fugitive gangster guerrilla gunman hetman
historian host hostage husband ideologist ideologue imam incumbent industrialist inspector instructor interpreter
inventor investigator jailer jihadist jurist kadi khan lawmaker legislator linguist magistrate magnate manager marine
martyr maulana mediator medic militant missionary moderator mother mufti mullah musician naib nationalist negotiator
neighbor nephew niece nominee novelist official oligarch ombudswoman operative orator organizer owner painter
parliamentarian participant partner pasha pastor performer philosopher photographer physician physicist pilot poet
policeman politologist preacher preceptor predecessor premier-designate presenter president-elect priest principal
prisoner proprietor protege provost psychologist publicist publisher qadi rabbi rebel rector refugee reporter
researcher resident reverend rival runner-up sailor scientist sculptor separatist sergeant sheik sheriff shopkeeper
singer sister sociologist soldier solicitor son specialist sponsor staffer strategist strongman student successor
suspect sympathizer teacher technocrat terrorist theologian theorist trader treasurer trustee tycoon undersecretary
veteran vice-chairman victim warlord widow widower wife winner witness worker writer
""".split()
)
COURTESIES = frozenset(
    """
Academician Adm Admiral Ambassador Amir Archbishop Army-General Ayatollah Bishop Brig Brigadier Brother Cadet Caliph
Capt Captain Cardinal Chairman Chairwoman Chancellor Cmdr Col Colonel Colonel-General Commander Commissar Commissioner
Comrade Congressman Congresswoman Constable Corporal Councillor Councilor Dame Detective Doctor Dr Emir Emperor
Empress Ensign Father Gen General Gov Governor Hafiz Haji Hajji Hojjatoleslam Hon Imam Inspector Judge Justice King
Lady Lieutenant Lieutenant-General Lord Lt Madam Maj Major Major-General Marshal Maulana Maulvi Mawlana Mayor
Metropolitan Minister Miss Mr Mrs Ms Mufti Mulla Mullah Patriarch Pope Premier President Prince Princess Private Prof
Professor Queen Rabbi Rep Rev Reverend Saint Secretary Sen Senator Sergeant Sgt Shaikh Shaykh Sheik Sheikh Sir Sister
Sultan Superintendent Tsar Ustad Ustadh Vice-Admiral
""".split()
)
GIVEN = frozenset(
    """
Aaron Abbas Abdul Abdulla Abdullah Abdurrahman Abraham Abulfaz Achille Adam Adnan Adrian Ahmad Ahmed Akbar Akhmed
Akmal Alan Albert Albin Aldona Aleksandar Aleksander Aleksandr Aleksandra Aleksei Aleksey Alex Alexander Alexandr
Alexandra Alexandre Alexei Alexey Alexis Alfonso Alfred Algirdas Ali Aliaksandr Alice Alija Alisher Almaz Alvaro Amin
Amir Amr Ana Anatol Anatoli Anatoliy Anatoly Anders Andras Andre Andrea Andreas Andrei Andrej Andrew Andrey Andris
Andrius Andriy Andrzej Angela Angus Anna Anne Antanas Anthony Anton Antonio Antony Anwar Ara Arkady Armen Arnold Arsen
Artem Arthur Artur Arturas Asad Asif Askar Aslan Astrid Audrius Avigdor Ayaz Ayman Azamat Azimbek Aziz Barack Barbara
Bashar Basil Beatrice Benjamin Bernard Bettino Biljana Boris Borislav Borys Branko Brian Bruce Bruno Burhanuddin Carl
Carla Carlos Caroline Catherine Charles Charlotte Chris Christian Christina Christine Christopher Claire Claude Colin
Craig Cristina Cyril Dan Daniel Daniela Daniil Darius David Davit Davlat Deborah Denis Dennis Diana Diego Dieter
Dimitri Dimitry Dmitri Dmitriy Dmitry Dmytro Dominic Dominique Donald Doris Doug Douglas Dragan Dzhokhar Eddie Edgar
Edmund Eduard Edward Edwin Ehud Ejup Elchin Elena Eli Elizabeth Ellen Elmar Emil Emily Emma Emmanuel Emomali Enrique
Eric Erik Ernest Ernesto Ernst Etibar Eugene Eva Evgeni Evgeniy Evgeny Fahd Faisal Farid Farida Farouk Fatima Feliks
Felipe Felix Fernando Fikret Fiona Francesco Francis Francisco Franco Francois Frank Franz Fred Frederick Friedrich
Fyodor Gabriel Gagik Galina Gareth Gary Gavin Gediminas Gennadi Gennadii Gennadiy Gennady Geoffrey Georg George
Georges Georgi Georgy Gerald Gerard Gerhard Gilbert Giorgi Giovanni Giulio Giuseppe Gleb Glenn Goran Gordon Graham
Greg Gregory Grigol Grigori Grigory Guido Gulnara Gunter Guy Habib Hakija Hamid Hanna Hans Haris Harold Harry Hasan
Hashim Hassan Heinz Helen Helena Helmut Henri Henrik Henry Henryk Heorhiy Herbert Heydar Hillary Hosni Hovik Howard
Hubert Hugh Hugo Husein Hussein Ian Ibrahim Igor Ihor Ilham Ilya Imran Ingrid Ioan Ion Irakli Irina Isa Isaac Isabel
Ishaq Iskander Islam Ismail Ivan Ivars Ivica Ivo Jack Jacob Jacques Jadranka Jakob Jamal James Jan Jana Jane Janet
Janez Janos Jaroslav Jaroslaw Jason Javier Jean Jeff Jeffrey Jennifer Jens Jeremy Jerry Jerzy Jessica Jesus Jim Jimmy
Joachim Joan Joe Joel Johan Johann John Jolanta Jon Jonas Jonathan Jorge Jose Josef Joseph Joshua Josip Joyce Jozef
Juan Judith Julia Julian Jurgen Kakha Karel Karen Karim Karl Karol Katarina Kate Kathleen Keith Ken Kenneth Kevin
Khaled Khalid Khalil Kiro Klaus Konstantin Konstantyn Kostas Kristina Krzysztof Kurmanbek Kurt Lajos Lala Lamberto
Lana Larisa Larry Lars Laszlo Laura Laurent Lawrence Lech Lee Leo Leon Leonard Leonid Leopold Leszek Lev Levan Levon
Lewis Liam Linda Lisa Ljubo Louis Luc Lucas Lucy Ludmila Luigi Luis Luiz Lukas Lyudmila Maciej Madeleine Magnus
Magomed Mahmoud Mahmud Maia Maksim Malik Manfred Manuel Marat Marc Marcel Marcin Marco Marcus Marek Margaret Maria
Marie Marin Marina Mario Marius Mark Marko Markus Martha Martin Mary Mateusz Matthew Max Maxim Mehdi Mehmet Melissa
Michael Michel Michele Miguel Mihai Mihail Mikael Mikhael Mikhail Mikheil Mikola Milan Milos Miloslav Mindaugas Mircea
Miroslav Mirza Mohamed Mohammad Mohammadi Mohammed Momcilo Moses Muammar Muhammad Muhammed Murat Musa Mustafa Mykhailo
Mykhaylo Mykola Nadezhda Nancy Natalia Natalya Nathan Neil Nelson Nicholas Nicolae Nicolas Nigel Nijole Nikita Nikol
Nikola Nikolai Nikolaj Nikolas Nikolay Nina Nino Nodar Noel Norman Nur Nurlan Nursultan Oksana Olaf Oleg Oleh
Oleksandr Oleksiy Olga Oliver Olivier Omar Omer Omurbek Orlando Osama Oscar Oskar Otto Ozal Pablo Pal Paolo Pascal
Patricia Patrick Paul Paula Paulo Pavel Pavlo Pawel Pedro Peter Peteris Petr Petra Petro Phil Philip Philippe Pierre
Piotr Pyotr Rachel Radek Radomir Radoslaw Radovan Rafael Rafik Rafiq Rahmon Rainer Ralph Ramazan Ramon Ramzan Rashid
Rauf Raul Ray Raymond Rebecca Recep Renat Rene Richard Rinat Rob Robert Roberto Robin Rodrigo Roger Roland Rolf Roman
Romano Ron Ronald Rosa Roy Roza Ruben Rudolf Rupert Ruslan Russell Rustam Ryszard Sabah Saddam Sadiq Saeed Said
Saidumar Salman Salome Salvador Sam Samir Samuel Sandra Sanjay Santiago Sapar Sarah Scott Sean Sebastian Sefer Sergei
Sergey Sergio Serhiy Serj Serzh Shamil Sharon Shaukat Shavkat Shimon Shukhrat Silvana Silvio Simon Slobodan Sofia
Sooronbai Stanislav Stanislaw Stefan Stephane Stephen Steve Steven Stewart Stipe Stuart Sulim Sultan Susan Suzanne
Sven Svetlana Sylvia Taha Talat Tamar Tamara Tariq Tatiana Tatyana Ted Teimuraz Terry Theodore Theresa Thierry Thomas
Tigran Tim Timothy Timur Tobias Tom Tomas Tomasz Tony Turgut Tursunbek Uwe Vaclav Vadim Vagif Vakhtang Valdis Valentin
Valentina Valentyn Valeri Valeriy Valery Vano Vartan Vasil Vasile Vasily Vasyl Vazgen Vera Veronika Victor Victoria
Viktor Vince Vincent Virginia Vitali Vitaliy Vitaly Vlad Vladimir Vladislav Volodymyr Vuk Vyacheslav Vytautas Wael
Waldemar Walid Walter Warren Wayne Wendy Werner Wilhelm William Willy Wojciech Wolfgang Xavier Yakov Yaroslav Yasser
Yegor Yelena Yevgeni Yevgeniy Yevgeny Yitzhak Yulia Yunus Yuri Yuriy Yury Yusuf Yusup Yves Zakaria Zalmay Zaza
Zbigniew Zeinab Zelimkhan Zinovy Zivko Zlatko Zoran Zurab Zviad
""".split()
)
ARABIC = frozenset({"Abd", "Abdel", "Abdul", "Abu", "Umm", "bin", "ibn"})
_ENDING = re.compile(
    r".{2,}(?:[aeiou]v|[eo]va|[cd]z?ka|sky|skiy|skii|skaya|ski|ska|enko|chuk|shvili|dze|uani|[iy]an|[oe]glu|vich|vic|[a-z]wicz|zade"
    r"|ovich|evich|ovski|evski|escu|opoulos|idis|akis|auskas|evicius|aitis|unas|sson|sen|stein|berg|mann|yev|iyev)$"
)


def like_surname(word: str) -> bool:
    """Whether a word ends as surnames do in the languages whose surnames have endings."""
    return bool(_ENDING.match(word))


def calls(word: str) -> bool:
    """Whether a word is an office, a rank or a form of address that stands before a name."""
    return names_office(word) or word.rstrip(".") in COURTESIES or word.casefold() in ROLES
