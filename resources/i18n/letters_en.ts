<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n contact(s) saved: {file}</source>
        <translation>
            <numerusform>%n contact saved: {file}</numerusform>
            <numerusform>%n contacts saved: {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) written</source>
        <translation>
            <numerusform>%n letter written</numerusform>
            <numerusform>%n letters written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) left out, who object or whose data are restricted</source>
        <translation>
            <numerusform>%n person left out, who objects or whose data are restricted</numerusform>
            <numerusform>%n people left out, who object or whose data are restricted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write %n letter(s)</source>
        <translation>
            <numerusform>Write %n letter</numerusform>
            <numerusform>Write %n letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
