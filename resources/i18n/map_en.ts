<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n country(ies)</source>
        <translation>
            <numerusform>%n country</numerusform>
            <numerusform>%n countries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instrument(s)</source>
        <translation>
            <numerusform>%n instrument</numerusform>
            <numerusform>%n instruments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mission(s)</source>
        <translation>
            <numerusform>%n mission</numerusform>
            <numerusform>%n missions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more entry(ies) in France or without a country</source>
        <translation>
            <numerusform>%n more entry in France or without a country</numerusform>
            <numerusform>%n more entries in France or without a country</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) of the map sent to the printer</source>
        <translation>
            <numerusform>%n page of the map sent to the printer</numerusform>
            <numerusform>%n pages of the map sent to the printer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partner(s)</source>
        <translation>
            <numerusform>%n partner</numerusform>
            <numerusform>%n partners</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more in the list</source>
        <translation>
            <numerusform>and %n more in the list</numerusform>
            <numerusform>and %n more in the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n country(ies)</source>
        <translation>
            <numerusform>in %n country</numerusform>
            <numerusform>in %n countries</numerusform>
        </translation>
    </message>
</context>
</TS>
