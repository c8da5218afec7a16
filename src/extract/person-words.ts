const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Titles right before a name; they are no part of it. */
export const TITLES =
  set(`Mr Mrs Ms Miss Dr Prof Professor Sir Lord Lady Dame President Senator Sen Congressman Congresswoman Rep
  Representative Governor Gov Mayor Judge Justice Attorney Minister Chancellor Secretary Ambassador General Gen Colonel Col Captain
  Capt Lieutenant Lt Major Maj Sergeant Sgt Detective Officer Sheriff Director Chairman Chairwoman CEO CTO CISO CIO CFO COO Agent
  Inspector Constable Superintendent Commissioner King Queen Prince Princess Pope Researcher Analyst Spokesman Spokeswoman
  Spokesperson Principal Founder Councillor Councilman Councilwoman Deputy Chief Admiral Marshal Ayatollah Sheikh Chairperson
  Treasurer Advocate Solicitor Counsel Investigator Specialist Coroner Warden Dean Provost Reverend Rev Father Sister Brother Journalist Reporter Editor Author`)

/** Titles that a family name alone may follow. */
export const ADDRESSES = set(`Mr Mrs Ms Dr Prof Professor Sen Senator Rep Representative Congressman
  Congresswoman Gov Governor Judge Justice President Mayor Chancellor Secretary Sergeant Sgt Detective Captain Colonel Inspector
  Superintendent`)

/** Particles inside a name. */
export const PARTICLES = set('van von der den de del della di da dos das bin ibn al el la le ter ten af zu y bint abu')
/** The longest of them. */
export const PARTICLE = 5

/** Family names that stand first in Chinese, Korean and Vietnamese names. */
export const FAMILY_FIRST =
  set(`Kim Park Lee Choi Jung Jeong Kang Cho Yoon Jang Lim Han Shin Seo Kwon Hwang Ahn Song Yoo Hong Jon Jun Ri
  Li Wang Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Tang Deng Cao Peng Zeng Xiao
  Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Ding Ren Shen Yao Lu Xi Qian Qin Fang Xiong Meng Nguyen Tran Pham Mao Mei
  Moon Ban Roh Chai Zou Hou Shi Shao Wan Qiu Long Yin Hao Kong Bai Cui Tan Mo Lei Xue Gu Dai Jia Zhong Zhuang Vu Le Hoang Bui Dang`)

/** Given names that the shipped list lacks and technology news has often: from Russia and its neighbours, the Middle East, India, Africa, northern Europe. */
export const GIVEN =
  set(`Aleksandr Aleksey Aleksei Alexey Alexei Anatoly Andrei Andrey Arkady Artem Artyom Boris Denis Dmitri Dmitriy Dmitry
  Dmytro Eduard Evgeniy Evgeny Evgenii Fyodor Gennady Georgy Gleb Grigory Igor Ilya Ivan Kirill Konstantin Leonid Lev Maksim Maxim Mikhail
  Mykhailo Nikita Nikolai Nikolay Oleg Oleksandr Oleksiy Pavel Pavlo Petro Petr Pyotr Roman Ruslan Rustam Semyon Serhiy Sergei Sergey
  Stanislav Taras Timur Vadim Valery Vasily Viktor Vitaliy Vitaly Vitalii Vladimir Vladislav Volodymyr Vyacheslav Yaroslav Yegor
  Yevgeniy Yevgeny Yuri Yuriy Yury Zakhar Costin Mikko Timo Jukka Pekka Lars Sven Nils Anders Bjorn Henrik Jens Jorgen Kjell Magnus
  Mats Ola Ragnar Soren Stefan Torsten Uwe Juergen Jurgen Wolfgang Heinz Gunther Ulrich Matthias Andreas Christoph Florian Piotr
  Krzysztof Wojciech Tomasz Marcin Jakub Zbigniew Pawel Grzegorz Jaroslaw Vaclav Jiri Tomas Zdenek Milos Zoran Goran Dragan Nikola
  Vesselin Catalin Bogdan Mihai Ionut Razvan Liviu Ahmed Ahmad Ali Amir Amin Behzad Farhad Hamid Hassan Hossein Hussein Ibrahim Javad
  Khaled Khalid Mahmoud Majid Masoud Mehdi Mohamed Mohammad Mohammed Muhammad Mostafa Mustafa Nasser Omar Osama Rashid Reza Saeed
  Salman Samir Tariq Yasser Yousef Yusuf Zahra Fatima Ehud Avi Gil Itay Nadav Oded Ofer Oren Roi Shai Shlomo Tal Uri Yaniv Yonatan Yoav
  Abhishek Ajay Ajit Amit Anand Anil Ankit Arun Ashish Ashok Deepak Ganesh Gaurav Gopal Harish Karan Kiran Krishna Kumar Manish Manoj
  Mukesh Narendra Nitin Pankaj Pradeep Prakash Praveen Rahul Raj Rajesh Rakesh Ravi Rohit Sandeep Sanjay Santosh Shashi Shyam Sunil
  Suresh Venkat Vijay Vikas Vikram Vinod Vivek Priya Divya Pooja Sunita Lakshmi Chidi Chinedu Emeka Femi Kwame Kofi Obinna Olu Oluwaseun
  Segun Tunde Uche Hiroshi Kenji Takashi Satoshi Yuki Akira Haruki Kazuo Shinzo Taro Yoshi Wei Ming Jian Xiaoming Hyun Joon Min Sung
  Graham Rik Troy Brian Katie Jake Kim Costas Dimitris Giorgos Nikos Yiannis Enrique Felipe Gonzalo Ignacio Javier Joaquin Jordi Jorge
  Hidenori Haruto Daisuke Kazuhiro Makoto Masahiro Naoki Ryo Shigeru Takeshi Tetsuya Toshihiro Yasuhiro Yoshihide Akihiko Ayumi Keiko
  Radu Ioan Cristian Marius Florin Sorin Vlad Octavian Gregoire Thierry Olivier Mathieu Etienne Cedric Damien Aurelien Clement Baptiste
  Tamim Khalifa Faisal Fahad Abdul Abdullah Abdulaziz Bashar Bilal Hamza Jamal Karim Mahdi Marwan Nabil Nadim Rami Sultan Tarek Walid Zaid
  Luiz Joao Paulo Thiago Fabio Giuseppe Luca Matteo Stefano Jean Jacques Luc Guillaume Thibault Loic Yann Gilles Xavier Benoit`)

/** Roles in lower case that stand before or after a person's name. */
export const ROLE =
  'spokes(?:man|woman|person)|congress(?:man|woman)|lawmaker|director|chief|president|chairman|chairwoman|chairperson|founder|co-founder|cofounder|analyst|researcher|engineer|executive|officer|manager|expert|professor|lawyer|attorney|prosecutor|judge|senator|minister|mayor|governor|journalist|reporter|editor|columnist|blogger|author|consultant|commissioner|superintendent|principal|administrator|head|leader|strategist|scientist|secretary|treasurer|inspector|detective|sergeant|officer|supervisor|partner|evangelist|architect|developer|hacker|detective|agent|attorney general|CEO|CTO|CISO|CIO|CFO|COO|VP'

/** Verbs of speech, beside which a name is a speaker's. */
export const SAYS =
  'said|says|told|tells|wrote|writes|tweeted|added|adds|explained|explains|noted|notes|warned|warns|argued|commented|testified|replied|stated|acknowledged|confirmed|recalled|pleaded|admitted'

/** What a name ends in when it is software: "Tesla Keylogger", "Kali Linux". */
export const SOFTWARE =
  set(`Trojan Stealer Keylogger Ransomware Linux Windows Notifier Loader Downloader Dropper Backdoor Botnet Bot RAT
  Server Worm Virus Exploit Rootkit Spyware Malware Adware Wiper Cryptominer Miner Locker Crypter Panel Browser Player Reader Studio`)
