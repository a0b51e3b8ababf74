<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n workbook(s) out</source>
        <translation>
            <numerusform>%n workbook out</numerusform>
            <numerusform>%n workbooks out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The check found %n problem(s) in this base: go back to the last backup.</source>
        <translation>
            <numerusform>The check found %n problem in this base: go back to the last backup.</numerusform>
            <numerusform>The check found %n problems in this base: go back to the last backup.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The second place of the copies has not been there for %n day(s).</source>
        <translation>
            <numerusform>The second place of the copies has not been there for %n day.</numerusform>
            <numerusform>The second place of the copies has not been there for %n days.</numerusform>
        </translation>
    </message>
</context>
</TS>
