<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deadline(s)</source>
        <translation>
            <numerusform>%n deadline</numerusform>
            <numerusform>%n deadlines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deadline(s) to work on now</source>
        <translation>
            <numerusform>%n deadline to work on now</numerusform>
            <numerusform>%n deadlines to work on now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deadline(s) until {day}</source>
        <translation>
            <numerusform>%n deadline until {day}</numerusform>
            <numerusform>%n deadlines until {day}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deadline(s) written to {file}</source>
        <translation>
            <numerusform>%n deadline written to {file}</numerusform>
            <numerusform>%n deadlines written to {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n here today</source>
        <translation>
            <numerusform>%n here today</numerusform>
            <numerusform>%n here today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mission report(s) to collect</source>
        <translation>
            <numerusform>%n mission report to collect</numerusform>
            <numerusform>%n mission reports to collect</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them late</source>
        <translation>
            <numerusform>%n of them late</numerusform>
            <numerusform>%n of them late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running instrument(s)</source>
        <translation>
            <numerusform>%n running instrument</numerusform>
            <numerusform>%n running instruments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n security opinion(s) to ask for</source>
        <translation>
            <numerusform>%n security opinion to ask for</numerusform>
            <numerusform>%n security opinions to ask for</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visa(s) to apply for</source>
        <translation>
            <numerusform>%n visa to apply for</numerusform>
            <numerusform>%n visas to apply for</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n mission(s)</source>
        <translation>
            <numerusform>The mission of the month</numerusform>
            <numerusform>All %n missions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offices say different things of %n value(s)</source>
        <translation>
            <numerusform>Offices say different things of %n value</numerusform>
            <numerusform>Offices say different things of %n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} ended %n day(s) ago and still counts as running</source>
        <translation>
            <numerusform>{name} ended %n day ago and still counts as running</numerusform>
            <numerusform>{name} ended %n days ago and still counts as running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} ends in %n day(s)</source>
        <translation>
            <numerusform>{name} ends in %n day</numerusform>
            <numerusform>{name} ends in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n decision(s) to take</source>
        <translation>
            <numerusform>{name}: %n decision to take</numerusform>
            <numerusform>{name}: %n decisions to take</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n entry(ies) put aside</source>
        <translation>
            <numerusform>{name}: %n entry put aside</numerusform>
            <numerusform>{name}: %n entries put aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: workbook %n day(s) overdue</source>
        <translation>
            <numerusform>{name}: workbook %n day overdue</numerusform>
            <numerusform>{name}: workbook %n days overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: workbook due back in %n day(s)</source>
        <translation>
            <numerusform>{name}: workbook due back in %n day</numerusform>
            <numerusform>{name}: workbook due back in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: {what}, %n day(s) late</source>
        <translation>
            <numerusform>{name}: {what}, %n day late</numerusform>
            <numerusform>{name}: {what}, %n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: {what}, in %n day(s)</source>
        <translation>
            <numerusform>{name}: {what}, in %n day</numerusform>
            <numerusform>{name}: {what}, in %n days</numerusform>
        </translation>
    </message>
</context>
</TS>
