<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) attached to {name}</source>
        <translation>
            <numerusform>%n file attached to {name}</numerusform>
            <numerusform>%n files attached to {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n researcher(s)</source>
        <translation>
            <numerusform>%n researcher</numerusform>
            <numerusform>%n researchers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n student(s)</source>
        <translation>
            <numerusform>%n student</numerusform>
            <numerusform>%n students</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{step}: %n day(s) late</source>
        <translation>
            <numerusform>{step}: %n day late</numerusform>
            <numerusform>{step}: %n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{step}: due in %n day(s)</source>
        <translation>
            <numerusform>{step}: due in %n day</numerusform>
            <numerusform>{step}: due in %n days</numerusform>
        </translation>
    </message>
</context>
</TS>
