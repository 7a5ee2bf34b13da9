"""The words that show a person: roles beside a name, given names, endings of surnames."""

import re

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
Aaron Abbas Abdul Abdulla Abdullah Abdurrahman Abraham Adam Adnan Adrian Ahmad Ahmed Akbar Akhmed Alan Albert Albin
Aleksandar Aleksander Aleksandr Aleksandra Aleksei Aleksey Alex Alexander Alexandr Alexandra Alexandre Alexei Alexey
Alexis Alfred Ali Aliaksandr Alice Alisher Almaz Alvaro Amin Amir Amr Ana Anatol Anatoli Anatoliy Anatoly Anders
Andras Andre Andrea Andreas Andrei Andrej Andrew Andrey Andris Andrius Andrzej Angela Angus Anna Anne Antanas Anthony
Anton Antonio Antony Anwar Ara Arkady Armen Arnold Arsen Artem Arthur Artur Arturas Asad Asif Askar Aslan Astrid
Audrius Avigdor Ayman Azamat Aziz Barack Barbara Bashar Basil Beatrice Benjamin Bernard Boris Borys Brian Bruce Bruno
Burhanuddin Carl Carla Carlos Caroline Catherine Charles Charlotte Chris Christian Christina Christine Christopher
Claire Claude Colin Craig Cristina Cyril Dan Daniel Daniela Daniil Darius David Davit Deborah Denis Dennis Diana Diego
Dieter Dimitri Dimitry Dmitri Dmitriy Dmitry Dmytro Dominic Dominique Donald Doris Doug Douglas Dragan Dzhokhar Eddie
Edgar Edmund Eduard Edward Edwin Ehud Elena Eli Elizabeth Ellen Elmar Emil Emily Emma Emmanuel Enrique Eric Erik
Ernest Ernesto Ernst Eugene Eva Evgeni Evgeniy Evgeny Fahd Faisal Farid Farida Farouk Fatima Feliks Felix Fernando
Fikret Fiona Francesco Francis Francisco Franco Francois Frank Franz Fred Frederick Friedrich Fyodor Gabriel Galina
Gareth Gary Gavin Gennadi Gennadii Gennadiy Gennady Geoffrey Georg George Georges Georgi Georgy Gerald Gerard Gerhard
Gilbert Giorgi Giovanni Giuseppe Gleb Glenn Goran Gordon Graham Greg Gregory Grigol Grigori Grigory Guido Gulnara
Gunter Guy Habib Hamid Hans Harold Harry Hasan Hashim Hassan Helen Helena Helmut Henri Henrik Henry Herbert Heydar
Hillary Hosni Howard Hubert Hugh Hugo Husein Hussein Ian Ibrahim Igor Ihor Ilham Ilya Imran Ingrid Ioan Ion Irakli
Irina Isaac Isabel Ishaq Iskander Islam Ismail Ivan Ivars Ivo Jack Jacob Jacques Jakob Jamal James Jan Jana Jane Janet
Janez Janos Jaroslaw Jason Javier Jean Jeff Jeffrey Jennifer Jens Jeremy Jerry Jerzy Jessica Jesus Jim Jimmy Joachim
Joan Joe Joel Johan Johann John Jon Jonas Jonathan Jorge Jose Josef Joseph Joshua Josip Joyce Juan Judith Julia Julian
Jurgen Kakha Karen Karim Karl Karol Katarina Kate Kathleen Keith Ken Kenneth Kevin Khaled Khalid Khalil Konstantin
Konstantyn Kostas Kristina Krzysztof Kurmanbek Kurt Lajos Lana Larisa Larry Lars Laszlo Laura Laurent Lawrence Lech
Lee Leo Leon Leonard Leonid Leopold Leszek Lev Levan Levon Lewis Liam Linda Lisa Ljubo Louis Luc Lucas Lucy Ludmila
Luigi Luis Luiz Lukas Lyudmila Maciej Madeleine Magnus Magomed Mahmoud Mahmud Maia Maksim Malik Manuel Marat Marc
Marcel Marcin Marco Marcus Marek Margaret Maria Marie Marin Marina Mario Marius Mark Marko Markus Martha Martin Mary
Mateusz Matthew Max Maxim Mehdi Mehmet Melissa Michael Michel Michele Miguel Mihai Mihail Mikael Mikhael Mikhail
Mikheil Mikola Milan Milos Miloslav Mircea Miroslav Mirza Mohamed Mohammad Mohammadi Mohammed Moses Muammar Muhammad
Muhammed Murat Musa Mustafa Mykhailo Mykola Nadezhda Nancy Natalia Natalya Nathan Neil Nelson Nicholas Nicolae Nicolas
Nigel Nijole Nikita Nikola Nikolai Nikolaj Nikolas Nikolay Nina Nino Nodar Noel Norman Nur Nurlan Nursultan Oksana
Olaf Oleg Oleh Oleksandr Oleksiy Olga Oliver Olivier Omar Omer Orlando Osama Oscar Oskar Otto Ozal Pablo Pascal
Patricia Patrick Paul Paula Paulo Pavel Pavlo Pawel Pedro Peter Petr Petra Petro Phil Philip Philippe Pierre Piotr
Pyotr Rachel Radek Radoslaw Radovan Rafael Rafik Rafiq Ralph Ramazan Ramon Ramzan Rashid Raul Ray Raymond Rebecca
Recep Renat Rene Richard Rinat Rob Robert Roberto Robin Rodrigo Roger Roland Rolf Roman Romano Ron Ronald Rosa Roy
Roza Ruben Rudolf Rupert Ruslan Russell Rustam Ryszard Sabah Saddam Sadiq Saeed Said Salman Salome Salvador Sam Samir
Samuel Sandra Sanjay Santiago Sapar Sarah Scott Sean Sebastian Sergei Sergey Sergio Serhiy Serzh Shamil Sharon Shaukat
Shavkat Shimon Silvio Simon Slobodan Sofia Stanislav Stanislaw Stefan Stephane Stephen Steve Steven Stewart Stipe
Stuart Sulim Sultan Susan Suzanne Sven Svetlana Sylvia Taha Talat Tamar Tamara Tariq Tatiana Tatyana Ted Teimuraz
Terry Theodore Theresa Thierry Thomas Tim Timothy Timur Tobias Tom Tomas Tomasz Tony Turgut Uwe Vaclav Vadim Vakhtang
Valentin Valentina Valeri Valeriy Valery Vano Vartan Vasil Vasile Vasily Vasyl Vera Veronika Victor Victoria Viktor
Vince Vincent Virginia Vitali Vitaliy Vitaly Vlad Vladimir Vladislav Volodymyr Vyacheslav Vytautas Wael Walid Walter
Warren Wayne Wendy Werner Wilhelm William Willy Wojciech Wolfgang Xavier Yakov Yaroslav Yasser Yegor Yelena Yevgeni
Yevgeniy Yevgeny Yitzhak Yulia Yunus Yuri Yuriy Yury Yusuf Yusup Yves Zakaria Zalmay Zaza Zbigniew Zeinab Zelimkhan
Zinovy Zoran Zurab Zviad
""".split()
)
ARABIC = frozenset({"Abd", "Abdel", "Abdul", "Abu", "Umm", "bin", "ibn"})
_ENDING = re.compile(
    r".{2,}(?:[aeiou]v|[eo]va|sky|skiy|skii|skaya|ski|ska|enko|chuk|shvili|dze|uani|[iy]an|[oe]glu|vich|vic|[a-z]wicz|zade"
    r"|ovich|evich|ovski|evski|escu|opoulos|idis|akis|auskas|evicius|aitis|unas|sson|sen|stein|berg|mann|yev|iyev)$"
)


def like_surname(word: str) -> bool:
    """Whether a word ends as surnames do in the languages whose surnames have endings."""
    return bool(_ENDING.match(word))
